using JasperFx.Events;
using Ledger.Domain.Entries;
using Ledger.Domain.Erasures;
using Ledger.Domain.Kinds;
using Ledger.Domain.Matters;

namespace Ledger.Api.Erasures;

/// <summary>What people call the events and members in which a name is stored.</summary>
public static class PlaceWords
{
    private static readonly Dictionary<string, (string Name, string English, IReadOnlyList<FieldDefinition> Fields)> Known =
        Catalogue.Kinds.Select(k => (k.EventType, k.Name, k.EnglishName, Fields: k.Fields))
            .Concat(MatterCatalogue.Steps.Select(s => (s.EventType, s.Name, s.EnglishName, Fields: (IReadOnlyList<FieldDefinition>)[.. s.Fields, .. s.StatedFields])))
            .ToDictionary(k => k.EventType.GetEventTypeName(), k => (k.Name, k.EnglishName, k.Fields));

    private static readonly Dictionary<string, (string Name, string English)> Others = new()
    {
        [typeof(EntryReversed).GetEventTypeName()] = ("更正或作废", "A correction or void"),
        [typeof(EntryConfirmed).GetEventTypeName()] = ("审核通过", "A confirmation"),
        [typeof(EntryReturned).GetEventTypeName()] = ("退回", "A return"),
        [typeof(EvidenceAttached).GetEventTypeName()] = ("附件", "An attachment"),
        [typeof(EntryMerged).GetEventTypeName()] = ("合并", "A merge"),
        [typeof(MatterStepReversed).GetEventTypeName()] = ("撤回的步骤", "A step taken back"),
        [typeof(MatterEvidenceAttached).GetEventTypeName()] = ("事项材料", "A matter's document"),
    };

    /// <summary>The event: 法律顾问服务; its stored name where nobody gave it another.</summary>
    public static (string Chinese, string English) Event(string type) =>
        Known.TryGetValue(type, out var known) ? (known.Name, known.English) : Others.GetValueOrDefault(type, (type, type));

    /// <summary>The member: 法律顾问 for <c>/adviser</c>, also inside what a reversal carries.</summary>
    public static (string Chinese, string English) Member(string type, string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (path == PersonalMembers.By)
            return ("经手人", "who entered it");
        var names = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var name = names is ["activity" or "step", _, ..] ? names[1] : names[0];
        var fields = Known.TryGetValue(type, out var known) ? known.Fields : Known.Values.SelectMany(k => k.Fields);
        return fields.FirstOrDefault(f => f.Name == name)?.Limits is { } limits ? (limits.Label, limits.EnglishLabel)
            : name == "reason" ? ("理由", "the reason") : (path, path);
    }
}
