namespace Ledger.Domain.Kinds;

/// <summary>What a text in an event may say about persons.</summary>
public enum Personal
{
    /// <summary>Never a person: codes, addresses, laws, units, registered names of enterprises. It may feed figures.</summary>
    Nothing,

    /// <summary>Free text that may happen to name somebody.</summary>
    Text,

    /// <summary>The name of a person, or of several.</summary>
    Name,
}

/// <summary>
/// Says of every text in an event whether it is personal data: what is listed of somebody, masked and erased follows this
/// one declaration, and no text goes without it. A text that figures are split by or told apart by within a joint activity
/// holds nothing personal.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class HoldsAttribute(Personal what) : Attribute
{
    public Personal What { get; } = what;
}
