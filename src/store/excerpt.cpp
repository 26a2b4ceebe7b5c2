// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/excerpt.hpp>

#include "store/hot_statement.hpp"
#include "store/items_packed.hpp"
#include "store/meta.hpp"
#include "store/migrate.hpp"
#include "store/text_list.hpp"
#include "store/unranked_rows.hpp"

#include <vigie/store/items.hpp>
#include <vigie/store/relays.hpp>
#include <vigie/store/sla.hpp>
#include <vigie/text/fts_expression.hpp>

#include <algorithm>

namespace vigie::store {

namespace {

constexpr AccountId kSomebodyOfUs{-1}; ///< who answered, where nothing but that it was one of us is kept
constexpr std::int64_t kLongestSpill = 86'400; ///< seconds; millions that were published in one

std::int64_t spillOf(const ExcerptPost &post)
{
    return (post.item.value - firstItemIdAt(post.published).value) >> kItemIdBits;
}

class Filler {
public:
    Filler(Session &session, Tx &tx, const Excerpt &from) : session_(session), tx_(tx), from_(from) {}

    Result<void> fill()
    {
        names();
        people();
        std::int64_t spill = 0;
        for (const auto &one : from_.posts) {
            if (spillOf(one) < 0 || spillOf(one) > kLongestSpill)
                return fail(Errc::InvalidInput, "the number of a post does not fit its time");
            spill = std::max(spill, spillOf(one));
            post(one);
        }
        setMeta(session_, "max_spill", std::to_string(spill));
        std::int64_t number = 0;
        for (const auto &one : from_.answers)
            answer(one, --number);
        for (const auto &one : from_.relays)
            relay(one);
        for (const auto &one : from_.conversations)
            conversation(one);
        moments();
        observations();
        for (const auto &[member, why] : from_.unranked)
            setUnranked(session_, member, why);
        VIGIE_CHECK(entered());
        return clocks();
    }

private:
    void names()
    {
        for (const auto &[key, value] : from_.settings)
            session_.exec("INSERT INTO setting(key, value) VALUES(?,?)", key, value);
        for (const auto &[number, connector] : from_.sources)
            session_.exec("INSERT INTO source(id, connector, instance) VALUES(?,?,?)", number, connector, std::to_string(number));
        for (const auto &[account, connector] : from_.accounts)
            session_.exec("INSERT INTO account(id, connector, instance, native_id) VALUES(?,?,'',?)", account, connector, std::to_string(account.value));
        session_.exec("INSERT INTO account(id, connector, instance, native_id) VALUES(?,'','','')", kSomebodyOfUs);
        int place = 0;
        for (const auto &[query, role] : from_.queries)
            session_.exec("INSERT INTO saved_query(id, name, source, role, is_column, position, newest_first, version, desk_dependent) VALUES(?,?,'',?,0,?,1,1,0)", query,
                          std::to_string(query.value), toString(role), ++place);
    }

    void people()
    {
        std::vector<std::int64_t> sources(from_.followers.size() + 1, 0);
        for (const auto &post : from_.posts)
            if (post.author.value > 0 && static_cast<std::size_t>(post.author.value) < sources.size())
                sources[static_cast<std::size_t>(post.author.value)] = post.source;
        auto &row = session_.hot("INSERT INTO member(id, source_id, native_id, followers, handle_since_at, first_seen_at, last_seen_at) VALUES(?1,?2,?1,?3,0,0,0)");
        for (std::size_t number = 1; number < sources.size(); ++number) {
            if (sources[number] == 0)
                continue; // nothing here is theirs
            row.bind(static_cast<std::int64_t>(number), sources[number], from_.followers[number - 1]).run();
        }
    }

    void post(const ExcerptPost &post)
    {
        const auto counts = packMetrics(post.counts), site = post.site.empty() ? std::string() : "https://" + post.site + "/";
        session_.hot("INSERT INTO item(id, source_id, native_id, author_id, ours, kind, visibility, state, sensitive, date_precision, published_at, fetched_at, lang, tone,"
                     " tone_label, rating, text, metrics, permalink) VALUES(?1,?2,?1,nullif(?3,0),nullif(?4,0),?5,0,0,0,?6,?7,?7,'',?8,?9,?10,'',?11,?12)")
            .bind(post.item, post.source, post.author, post.ours, post.kind, post.precision, post.published, post.toneMilli / 1000.0, post.toneLabel, post.rating, counts, site)
            .run();
        if (post.ours)
            return;
        if (post.kind == ItemKind::Review) { // the one kind that is searched for
            Item item;
            item.kind = post.kind;
            const auto tokens = text::filterTokens(item, from_.sources.at(post.source));
            session_.hot("INSERT INTO item_fts(rowid, text, tags) VALUES(?,'',?)").bind(post.item, tokens).run();
        }
        match({}, post);
        for (const auto query : post.of)
            match(query, post);
    }

    void match(QueryId query, const ExcerptPost &post)
    {
        session_.hot("INSERT INTO query_match(query_id, item_id, author_id, source_id, lang, tone_label, tone_milli, relay, counted) VALUES(?,?,?,?,'',?,?,?,1)")
            .bind(query, post.item, post.author, post.source, post.toneLabel, post.toneMilli, post.relay)
            .run();
    }

    /// A post that nobody counts, below all others.
    void answer(const ExcerptAnswer &answer, std::int64_t number)
    {
        const auto ours = answer.ours ? std::optional(kSomebodyOfUs) : std::nullopt;
        session_.exec("INSERT INTO item(id, source_id, native_id, ours, kind, visibility, state, sensitive, date_precision, published_at, fetched_at, lang, tone, tone_label, text)"
                      " SELECT ?, source_id, ?, ?, ?, 0, 0, 0, 0, ?, 0, '', 0, 0, '' FROM item WHERE id=?",
                      number, std::to_string(number), ours, ItemKind::Answer, answer.at, answer.to);
        session_.exec("INSERT INTO item_ref(item_id, position, relation, target_native, target_id) VALUES(?,0,?,'',?)", number, Relation::ReplyTo, answer.to);
    }

    /// What relays a post may be no mention itself.
    void relay(const RelayEdge &edge)
    {
        session_.exec("INSERT INTO item(id, source_id, native_id, kind, visibility, state, sensitive, date_precision, published_at, fetched_at, lang, tone, tone_label, text)"
                      " SELECT ?, source_id, ?, kind, 0, 0, 0, 0, 0, 0, '', 0, 0, '' FROM item WHERE id=? AND NOT EXISTS(SELECT 1 FROM item k WHERE k.id=?)",
                      edge.item, std::to_string(edge.item.value), edge.root, edge.item);
        session_.exec("INSERT INTO relay(item_id, root_id, parent_id, how, likeness) VALUES(?,?,?,?,0)", edge.item, edge.root, edge.parent, RelayHow::Repost);
    }

    void moments()
    {
        session_.exec("DELETE FROM ticket_state"); // made with the conversations, as of new ones
        for (const auto &one : from_.moments)
            session_.exec("INSERT INTO ticket_state(ticket_id, at, status, snoozed_until) VALUES(?,?,?,?)", one.ticket, one.at, toString(one.status), one.until);
    }

    void conversation(const ExcerptConversation &one)
    {
        session_.exec("INSERT INTO ticket(id, root_item_id, latest_item_id, member_id, account_id, status, created_at, changed_at, first_inbound_at, first_reply_at, outbound)"
                      " VALUES(?,0,0,0,0,?,0,0,?,?,?)",
                      one.ticket, toString(one.status), one.asked, one.answered, one.answers);
    }

    /// All reactions stand under one name: figures of their pace ask for the sum.
    void observations()
    {
        for (const char *name : {"followers", "likes"})
            session_.exec("INSERT INTO metric_key(name) SELECT ?1 WHERE NOT EXISTS(SELECT 1 FROM metric_key WHERE name=?1)", name);
        for (const auto &one : from_.readings)
            session_.exec("INSERT INTO observation(subject_kind, subject_id, key_id, observed_at, value, status) SELECT 0, ?, id, ?, ?, 0 FROM metric_key WHERE name='likes'", one.item,
                          one.at, one.reactions);
        for (const auto &one : from_.snapshots)
            session_.exec("INSERT INTO observation(subject_kind, subject_id, key_id, observed_at, value, status) SELECT 2, ?, id, ?, ?, 0 FROM metric_key WHERE name='followers'",
                          one.account, one.at, one.followers);
    }

    Result<void> entered()
    {
        for (const auto &entry : from_.goals)
            VIGIE_CHECK(Goals(tx_).save(entry));
        for (const auto &one : from_.surveys)
            session_.exec("INSERT INTO survey_answer(id, kind, score, at, network, ticket_id) VALUES(?,?,?,?,?,?)", one.id, toString(one.kind), one.score, one.at, one.network, one.ticket);
        return {};
    }

    Result<void> clocks()
    {
        std::map<TicketId, std::vector<SlaEvent>> byTicket;
        for (const auto &event : from_.clocks)
            byTicket[event.ticket].push_back(event);
        for (const auto &[ticket, events] : byTicket)
            VIGIE_CHECK(Sla(tx_).keep(ticket, events, {}));
        return {};
    }

    Session &session_;
    Tx &tx_;
    const Excerpt &from_;
};

} // namespace

Result<std::vector<FollowerSnapshot>> ExcerptRows::followers(Instant from, Instant to, const std::vector<std::string> &networks)
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::vector<FollowerSnapshot> out;
        session.each<AccountId, std::string, Instant, double>(
            "WITH seen AS (SELECT a.id, a.connector, o.observed_at, o.value FROM account a JOIN observation o ON o.subject_kind=2 AND o.subject_id=a.id"
            " WHERE o.key_id=(SELECT id FROM metric_key WHERE name='followers') AND o.value IS NOT NULL AND (?1='[]' OR a.connector IN (SELECT value FROM json_each(?1))))"
            " SELECT s.id, s.connector, s.observed_at, s.value FROM seen s"
            " WHERE (s.observed_at>=coalesce((SELECT max(b.observed_at) FROM seen b WHERE b.id=s.id AND b.observed_at<?2), ?2) AND s.observed_at<?3)"
            " OR s.observed_at=(SELECT min(f.observed_at) FROM seen f WHERE f.id=s.id) ORDER BY s.id, s.observed_at",
            binds(textsToJson(networks), from, to), [&](AccountId account, std::string network, Instant at, double followers) {
                out.push_back({account, std::move(network), at, followers});
            });
        return out;
    });
}

Result<std::map<std::string, std::string>> ExcerptRows::settings()
{
    auto &session = tx_.session();
    return session.guard([&] {
        std::map<std::string, std::string> out;
        session.each<std::string, std::string>("SELECT key, value FROM setting WHERE key='workspace.zone' OR key LIKE 'insight.%'", {},
                                               [&](const std::string &key, std::string value) { out[key] = std::move(value); });
        return out;
    });
}

struct ExcerptWorkspace::State {
    std::unique_ptr<Session> session;
    Change change;
    std::optional<Tx> tx;
};

ExcerptWorkspace::ExcerptWorkspace() : state_(std::make_unique<State>()) {}
ExcerptWorkspace::~ExcerptWorkspace() = default;

Tx &ExcerptWorkspace::at(Instant now)
{
    state_->session->transactionBegins();
    return state_->tx.emplace(*state_->session, state_->change, now);
}

Result<std::unique_ptr<ExcerptWorkspace>> ExcerptWorkspace::of(const Excerpt &excerpt)
{
    std::unique_ptr<ExcerptWorkspace> out(new ExcerptWorkspace);
    VIGIE_TRY(out->state_->session, Session::open("file::memory:", SessionMode::Create));
    auto &session = *out->state_->session;
    VIGIE_CHECK(migrate(session, {}, {}, builtinMigrations()));
    VIGIE_CHECK(session.guard([&]() -> Result<void> {
        session.script("BEGIN");
        VIGIE_CHECK(Filler(session, out->at({}), excerpt).fill());
        session.script("COMMIT");
        return {};
    }));
    return out;
}

} // namespace vigie::store
