// SPDX-License-Identifier: GPL-3.0-or-later
// search, queue, column
#include "cli/find_command.hpp"
#include "cli/query_words.hpp"

#include <vigie/desk/desk.hpp>
#include <vigie/store/queries.hpp>
#include <vigie/store/relay_counting.hpp>

#include <cstdio>

namespace vigie::cli {

namespace {

nlohmann::json describe(const store::ItemRow &row)
{
    const auto &item = row.item;
    return {{"id", item.id.value}, {"network", item.connector}, {"author", item.author.handle}, {"author_name", item.author.name},
            {"at", toRfc3339(item.publishedAt)},
            {"title", item.title}, {"text", item.text}, {"lang", item.lang}, {"tone", item.tone}, {"status", row.status}, {"tags", row.tags},
            {"relays", row.relays}, {"permalink", item.permalink}, {"ticket", row.ticket.value}};
}

void printRow(const store::ItemRow &row)
{
    const auto &item = row.item;
    const char *tone = item.toneLabel > 0 ? "+" : item.toneLabel < 0 ? "-" : ".";
    std::printf("%s  %s  %-28s %s\n", toRfc3339(item.publishedAt).substr(0, 16).c_str(), tone, oneLine("@" + item.author.handle, 28).c_str(),
                oneLine(item.title.empty() ? item.text : item.title, 90).c_str());
}

int search(const Context &context, const std::string &typed, int limit, bool countOnly, const std::vector<std::string> &scopes, const std::string &by,
           const RelayChoice &relays)
{
    const auto source = sourceOf(typed);
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto ground = (*workspace)->store().readNow<text::QueryContext>([](store::Tx &tx) { return store::Queries(tx).context(); });
    if (!ground)
        return context.failed(ground.error());
    const auto query = text::parseAndBind(source, *ground);
    if (!query)
        return failedQuery(context, source, query.error());
    if (!scopes.empty() || !by.empty()) {
        const auto order = by == "relevance" ? store::FindOrder::Relevance : store::FindOrder::Date;
        return findEverywhere(context, **workspace, *query, {scopesNamed(scopes.empty() ? std::vector<std::string>{"mentions"} : scopes), order, limit, countOnly, relays});
    }
    struct Found {
        std::vector<store::ItemRow> rows;
        int count = 0;
    };
    const auto found = (*workspace)->store().readNow<Found>([&](store::Tx &tx) -> Result<Found> {
        Found all;
        const auto counted = relays.over(tx);
        store::Items items(tx);
        VIGIE_TRY(all.count, items.count(*query, 1'000'000));
        if (!countOnly) {
            store::SearchPage page;
            page.limit = limit;
            VIGIE_TRY(const auto ids, items.search(*query, page));
            VIGIE_TRY(all.rows, items.rows(ids));
        }
        return all;
    });
    if (!found)
        return context.failed(found.error());
    auto array = nlohmann::json::array();
    for (const auto &row : found->rows)
        array.push_back(describe(row));
    context.print({{"count", found->count}, {"items", array}, {"mixed_and_or", query->mixedAndOr}}, [&] {
        for (const auto &row : found->rows)
            printRow(row);
        std::printf("%d mention(s)\n", found->count);
        printWarnings(*query);
    });
    return kOk;
}

std::string inWords(const ScoreTerm &term)
{
    char text[80];
    if (term.key == "waiting")
        std::snprintf(text, sizeof text, term.value < 1 ? "waits %.0f min" : "waits %.1f h", term.value < 1 ? term.value * 60 : term.value);
    else if (term.key == "tone")
        std::snprintf(text, sizeof text, "tone %.1f", term.value);
    else if (term.key == "exchanges")
        std::snprintf(text, sizeof text, "%.0f exchange(s) before", term.value);
    else if (term.key == "relays")
        std::snprintf(text, sizeof text, "relayed %.0f time(s)", term.value);
    else if (term.key == "audience")
        std::snprintf(text, sizeof text, "audience %.0f", term.value);
    else if (term.key == "first_contact")
        std::snprintf(text, sizeof text, "first contact");
    else
        std::snprintf(text, sizeof text, "%s", term.key.c_str());
    return text;
}

/// Which conversations the queue lists.
enum class Waits : std::uint8_t { ForUs, ForMember, Either };

std::vector<TicketStatus> statusesOf(Waits waits)
{
    switch (waits) {
    case Waits::ForUs: return {TicketStatus::New, TicketStatus::Open, TicketStatus::WaitingInside};
    case Waits::ForMember: return {TicketStatus::WaitingMember};
    case Waits::Either: break;
    }
    return {};
}

int queue(const Context &context, int limit, const std::string &tag, Waits waits)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    struct Line {
        QueueEntry entry;
        store::TicketRow row;
        Item item;
    };
    const auto lines = (*workspace)->store().readNow<std::vector<Line>>([&](store::Tx &tx) -> Result<std::vector<Line>> {
        store::TicketFilter filter;
        filter.tag = tag;
        filter.statuses = statusesOf(waits);
        VIGIE_TRY(auto entries, desk::Desk(tx).queue(filter));
        if (entries.size() > static_cast<std::size_t>(limit))
            entries.resize(static_cast<std::size_t>(limit));
        std::vector<Line> all;
        for (auto &entry : entries) {
            const TicketId ids[] = {entry.ticket};
            VIGIE_TRY(auto rows, store::Tickets(tx).rows(ids));
            if (rows.empty())
                continue;
            VIGIE_TRY(const auto item, store::Items(tx).get(rows.front().ticket.latest));
            all.push_back(Line{std::move(entry), std::move(rows.front()), item.value_or(Item{})});
        }
        return all;
    });
    if (!lines)
        return context.failed(lines.error());
    auto array = nlohmann::json::array();
    for (const auto &line : *lines) {
        auto terms = nlohmann::json::array();
        for (const auto &term : line.entry.terms)
            terms.push_back({{"key", term.key}, {"value", term.value}, {"points", term.points}});
        array.push_back({{"ticket", line.entry.ticket.value}, {"score", line.entry.score}, {"terms", terms}, {"status", toString(line.row.ticket.status)},
                         {"owner", line.row.ticket.owner}, {"author", line.item.author.handle}, {"author_name", line.item.author.name},
                         {"at", toRfc3339(line.item.publishedAt)}, {"item", line.item.id.value}, {"visibility", toString(line.item.visibility)},
                         {"text", line.item.text}, {"tags", line.row.tags}});
    }
    context.print(array, [&] {
        if (lines->empty())
            std::printf(waits == Waits::ForMember ? "We wait for nobody.\n" : "Nobody waits for an answer.\n");
        for (const auto &line : *lines) {
            std::string why;
            for (std::size_t i = 0; i < line.entry.terms.size() && i < 5; ++i)
                why += (i == 0 ? "" : ", ") + inWords(line.entry.terms[i]);
            std::printf("%5.1f  #%-5lld %-26s %s\n             %s\n", line.entry.score, static_cast<long long>(line.entry.ticket.value),
                        oneLine("@" + line.item.author.handle, 26).c_str(), oneLine(line.item.text, 84).c_str(), why.c_str());
        }
    });
    return kOk;
}

int column(const Context &context, const std::string &name, const std::string &typed, const std::string &role)
{
    const auto source = sourceOf(typed);
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto ground = (*workspace)->store().readNow<text::QueryContext>([](store::Tx &tx) { return store::Queries(tx).context(); });
    if (!ground)
        return context.failed(ground.error());
    if (const auto parsed = text::parseAndBind(source, *ground); !parsed)
        return failedQuery(context, source, parsed.error());
    SavedQuery query;
    query.name = name;
    query.source = source;
    query.role = queryRoleFrom(role);
    const auto id = (*workspace)->store().writeNow<QueryId>([&](store::Tx &tx) { return store::Queries(tx).save(query); });
    if (!id)
        return context.failed(id.error());
    const auto done = (*workspace)->rematchAndWait(*id);
    if (!done)
        return context.failed(done.error());
    const auto counts = (*workspace)->store().readNow<store::QueryCounts>([&](store::Tx &tx) {
        const store::AsCounted counted(tx);
        return store::Queries(tx).counts(*id);
    });
    if (!counts)
        return context.failed(counts.error());
    context.print({{"query", id->value}, {"mentions", counts->total}}, [&] { std::printf("Column %lld: %d mention(s)\n", static_cast<long long>(id->value), counts->total); });
    return kOk;
}

} // namespace

void addReadCommands(CLI::App &app, Context &context, int &code)
{
    struct Options {
        std::string query, tag, name, role = "column", by;
        std::vector<std::string> scopes;
        int limit = 20;
        bool count = false, waiting = false, all = false;
        RelayChoice relays;
    };
    auto options = std::make_shared<Options>();
    auto *find = app.add_subcommand("search", "mentions that satisfy a query, newest first");
    find->add_option("query", options->query, "such as: dubreuil AND sentiment:negative; * is everything")->required();
    find->add_option("-n,--limit", options->limit, "how many")->check(CLI::Range(1, 100'000));
    find->add_flag("--count", options->count, "only how many there are");
    find->add_option("--scope", options->scopes, "mentions, revisions, notes, members, answers, plans or all; several, separated by commas")
        ->delimiter(',')
        ->check(CLI::IsMember(scopeNames()));
    find->add_option("--by", options->by, "date (newest first) or relevance")->check(CLI::IsMember({"date", "relevance"}));
    options->relays.addTo(*find);
    find->callback([&code, &context, options] { code = search(context, options->query, options->limit, options->count, options->scopes, options->by, options->relays); });
    auto *next = app.add_subcommand("queue", "who waits for an answer, and why in this order");
    next->add_option("-n,--limit", options->limit, "how many")->check(CLI::Range(1, 5'000));
    next->add_option("--tag", options->tag, "only with this tag");
    auto *waiting = next->add_flag("--waiting", options->waiting, "instead those that we answered and that wait for the member");
    next->add_flag("--all", options->all, "both")->excludes(waiting);
    next->callback([&code, &context, options] {
        code = queue(context, options->limit, options->tag, options->all ? Waits::Either : options->waiting ? Waits::ForMember : Waits::ForUs);
    });
    auto *save = app.add_subcommand("column", "keep a query as a column of the feed");
    save->add_option("name", options->name)->required();
    save->add_option("query", options->query)->required();
    save->add_option("--role", options->role)->check(CLI::IsMember({"column", "brand", "competitor", "subject"}));
    save->callback([&code, &context, options] { code = column(context, options->name, options->query, options->role); });
}

} // namespace vigie::cli
