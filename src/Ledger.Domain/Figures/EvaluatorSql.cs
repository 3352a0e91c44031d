namespace Ledger.Domain.Figures;

/// <summary>
/// The second evaluator's text: the counting rules, a parameter, joined with a unit's activities and steps of matters. It never changes with
/// the catalogue. $1 unit, $2 year or null, $3 last sequence or null, $4 kinds, $5 figures with their rules, $6 the sequence
/// number after which counting begins, or null.
/// </summary>
internal static class EvaluatorSql
{
    private const string Cells = """
        with kind as (
            select * from jsonb_to_recordset($4) as k(code text, event text)
        ),
        rule as (
            select f.code as figure, f.kind, f."from", f.until, r.*
            from jsonb_to_recordset($5) as f(code text, kind text, rule jsonb, "from" int, until int),
                 jsonb_to_record(f.rule) as r(measure text, field text, denominator text, "by" text, "whenField" text, "whenCodes" jsonb, participants boolean)
        ),
        taken(event, sign) as (
            values ('entry_reversed', -1), ('entry_merged', -1), ('entry_parted', 1)
        ),
        -- A unit's own activities, what was taken back of them, and joint ones that others logged, in the unit's role there.
        signed as (
            select e.seq_id, e.stream_id, 1 as sign, k.code as kind, e.data as activity, false as shared
            from ledger.mt_events e join kind k on k.event = e.type
            where e.tenant_id = $1 and ($3::bigint is null or e.seq_id <= $3) and ($6::bigint is null or e.seq_id > $6)
            union all
            select e.seq_id, e.stream_id, t.sign, e.data -> 'activity' ->> 'kind', e.data -> 'activity', false
            from ledger.mt_events e join taken t on t.event = e.type
            where e.tenant_id = $1 and ($3::bigint is null or e.seq_id <= $3) and ($6::bigint is null or e.seq_id > $6)
            union all
            select e.seq_id, e.stream_id, -1, e.data -> 'step' ->> 'kind', e.data -> 'step', false
            from ledger.mt_events e
            where e.tenant_id = $1 and ($3::bigint is null or e.seq_id <= $3) and ($6::bigint is null or e.seq_id > $6) and e.type = 'matter_step_reversed'
            union all
            select e.seq_id, e.stream_id, s.sign, s.kind, s.activity || jsonb_build_object('role', u ->> 'role'), true
            from ledger.mt_events e
            join lateral (
                select 1 as sign, k.code as kind, e.data as activity from kind k where k.event = e.type
                union all
                select t.sign, e.data -> 'activity' ->> 'kind', e.data -> 'activity'
                from (table taken union all values ('joint_declined', -1), ('joint_accepted', 1)) t where t.event = e.type) s on true
            cross join lateral jsonb_array_elements(s.activity -> 'jointUnits') u
            where coalesce(e.data -> 'activity', e.data) -> 'jointUnits' @> jsonb_build_array(jsonb_build_object('unit', $1::text))
              and u ->> 'unit' = $1 and ($3::bigint is null or e.seq_id <= $3) and ($6::bigint is null or e.seq_id > $6)
        ),
        -- What an activity says to each rule of its kind: the stated ones of the rule's fields, as a list.
        stated as (
            select s.seq_id, s.stream_id, s.sign, s.shared, r.figure, r.measure, r."by",
                coalesce((s.activity ->> 'countsIn')::int, left(s.activity ->> 'occurredOn', 4)::int) as year,
                s.activity ->> 'role' is not distinct from 'participant' and not coalesce(r.participants, false) as participant,
                s.activity ->> r."by" as part,
                nullif(s.activity -> r.denominator, 'null') as denominator,
                case when r.measure = 'entries' then '[1]'::jsonb else (
                    select jsonb_agg(s.activity -> f)
                    from unnest(string_to_array(r.field, '+')) f
                    where s.activity ->> f is not null) end as fields
            from signed s join rule r on r.kind = s.kind
                and coalesce((s.activity ->> 'countsIn')::int, left(s.activity ->> 'occurredOn', 4)::int) >= coalesce(r."from", 0)
                and coalesce((s.activity ->> 'countsIn')::int, left(s.activity ->> 'occurredOn', 4)::int) < coalesce(r.until, 10000)
            where ($2::int is null or coalesce((s.activity ->> 'countsIn')::int, left(s.activity ->> 'occurredOn', 4)::int) = $2)
              and (r."whenField" is null or r."whenCodes" ? (s.activity ->> r."whenField"))
        ),
        added as (
            select seq_id, stream_id, sign, shared, year, figure, participant, "by", part, fields
            from stated where measure in ('entries', 'sum') and fields is not null
            union all
            select seq_id, stream_id, sign, shared, year,
                rtrim(figure, '*') || (c ->> 'name') || '（' || (c ->> 'unit') || '）', participant, null, null, jsonb_build_array(c -> 'value')
            from stated cross join lateral jsonb_array_elements(fields -> 0) c
            where measure = 'counters' and fields is not null
        ),
        amount as (
            select a.seq_id, a.stream_id, a.sign, a.shared, a.year, a.figure, a.participant, a."by", a.part, n.amount, n.inexact
            from added a cross join lateral (
                select sum(coalesce(v ->> 'value', v #>> '{}')::numeric) as amount,
                    max(case when coalesce(v ->> 'precision', 'exact') = 'exact' then 0 else 1 end) as inexact
                from jsonb_array_elements(a.fields) v) n
        ),
        cell as (
            select seq_id, stream_id, sign, shared, year, figure, figure || case when participant then '|role|participant' else '' end as cell, amount, inexact
            from amount
            union all
            select seq_id, stream_id, sign, shared, year, figure, figure || '|' || "by" || '|' || part, amount, inexact
            from amount where part is not null and not participant
            union all
            select s.seq_id, s.stream_id, s.sign, s.shared, s.year, s.figure, s.figure || '|name|' || n.name, 1, 0
            from stated s cross join lateral (
                select distinct name
                from jsonb_array_elements_text(case jsonb_typeof(s.fields -> 0) when 'array' then s.fields -> 0 else s.fields end) name
                where name is not null) n
            where s.measure = 'distinct' and not s.participant and s.fields is not null
            union all
            select s.seq_id, s.stream_id, s.sign, s.shared, s.year, s.figure, s.figure || '|' || p.side, p.amount, 0
            from stated s cross join lateral (values
                ('numerator', case s.measure when 'share' then (s.fields ->> 0)::boolean::int else (s.fields ->> 0)::numeric end),
                ('denominator', case s.measure when 'share' then 1 else (s.denominator #>> '{}')::numeric end)) p(side, amount)
            where s.measure in ('rate', 'share') and not s.participant and s.fields is not null
              and (s.measure = 'share' or s.denominator is not null)
        )

        """;

    /// <summary>
    /// year, cell, sum, entries, inexact; nothing for what comes to nothing. What of a cell others logged stands in a cell of
    /// its own besides.
    /// </summary>
    public const string Totals = Cells + $"""
        select year, cell || mark, sum(sign * amount), sum(sign)::int, sum(sign * inexact)::int
        from cell cross join lateral (select '' as mark union all select '{Cell.JointMark}' where shared) m
        group by year, cell || mark
        having sum(sign * amount) <> 0 or sum(sign) <> 0 or sum(sign * inexact) <> 0
        """;

    /// <summary>The entries that fed a figure ($7), or all of its kind where its rule finds none; oldest first, at most $8.</summary>
    public const string Entries = Cells + """
        select stream_id
        from (
            select stream_id, seq_id from cell where figure = $7
            union all
            select s.stream_id, s.seq_id
            from signed s join rule r on r.kind = s.kind and $7 like replace(r.figure, '*', '%')
            where coalesce((s.activity ->> 'countsIn')::int, left(s.activity ->> 'occurredOn', 4)::int) = $2 and not exists (select 1 from cell where figure = $7)) feeding
        group by stream_id
        order by min(seq_id)
        limit $8
        """;

    /// <summary>year, figure: the zeros that are confirmed and not withdrawn.</summary>
    public const string NilReturns = """
        select year, figure
        from (
            select distinct on (year, figure) (data ->> 'year')::int as year, data ->> 'figure' as figure, type
            from ledger.mt_events
            where tenant_id = $1 and type in ('nil_return_confirmed', 'nil_return_withdrawn')
              and ($2::int is null or (data ->> 'year')::int = $2)
              and ($3::bigint is null or seq_id <= $3)
            order by year, figure, seq_id desc) latest
        where type = 'nil_return_confirmed'
        """;
}
