namespace Ledger.Api.Calendars;

/// <summary>Where a unit's deadlines are sent once a day. The secret is stored encrypted and goes nowhere but into signatures.</summary>
public sealed record Webhook
{
    /// <summary>Of this unit.</summary>
    public required string Id { get; init; }

    public required string Url { get; init; }

    /// <summary>Encrypted with the keys of the data folder.</summary>
    public required string Secret { get; init; }

    public required string SetBy { get; init; }
    public required DateTimeOffset SetAt { get; init; }

    public override string ToString() => $"{nameof(Webhook)} {Id}";
}

/// <summary>What one day brought for one unit: made once, so that nothing is sent twice.</summary>
public sealed record WebhookDay
{
    /// <summary><c>unit/2026-11-28</c>: also the delivery's name at the receiver.</summary>
    public required string Id { get; init; }

    public required string Unit { get; init; }
    public required DateOnly Day { get; init; }

    /// <summary>What is sent, byte for byte the same at every try; null on a day with nothing to say.</summary>
    public string? Body { get; init; }

    public int Tries { get; init; }

    /// <summary>What the receiver last answered; null if it could not be reached.</summary>
    public int? Status { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    public static string IdOf(string unit, DateOnly day) => $"{unit}/{day:yyyy-MM-dd}";
}
