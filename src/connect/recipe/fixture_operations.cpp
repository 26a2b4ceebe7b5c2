// SPDX-License-Identifier: GPL-3.0-or-later
// What a fixture does, by the family of its operation.
#include "connect/recipe/fixture_run.hpp"

namespace vigie::connect::recipe {

namespace {

FetchSpec fetchSpec(FixtureRun &run, const std::string &operation)
{
    const auto &fixture = run.fixture();
    FetchSpec spec;
    spec.direction = textAt(fixture, "direction") == "backfill" ? Direction::Backfill : Direction::Forward;
    if (const auto &cursor = at(fixture, "cursor"); cursor.is_object()) {
        Json mark{{"seen", at(cursor, "seen").is_array() ? at(cursor, "seen") : Json::array()}, {"at", nullptr}, {"ack", textAt(cursor, "ack")}};
        if (const auto when = parseRfc3339(textAt(cursor, "at")))
            mark["at"] = toMicros(*when);
        spec.cursor = dump(mark);
    }
    spec.stream = textAt(fixture, "stream");
    if (spec.stream.empty())
        for (const auto &one : run.connector().streams(run.account()))
            if (spec.stream.empty() && (one.name == operation || one.name.rfind(operation + ":", 0) == 0))
                spec.stream = one.name;
    if (spec.stream.empty())
        run.stopAt("/settings", "with these settings there is no such stream");
    return spec;
}

void runStream(FixtureRun &run, const std::string &operation)
{
    auto spec = fetchSpec(run, operation);
    if (spec.stream.empty())
        return;
    std::vector<Item> items;
    std::vector<std::string> reasons;
    auto signals = Json::array();
    bool capped = false, reachedKnown = false;
    int unreadable = 0;
    do {
        auto page = run.ask([&] { return run.connector().buildFetch(run.context(), spec); },
                            [&](const net::Response &answer) { return run.connector().parseFetch(run.context(), spec, answer); });
        if (!page)
            return;
        std::move(page->items.begin(), page->items.end(), std::back_inserter(items));
        std::move(page->reasons.begin(), page->reasons.end(), std::back_inserter(reasons));
        for (const auto &signal : page->signals)
            signals.push_back(signal.nativeId);
        unreadable += page->unreadable;
        capped = page->capped;
        reachedKnown = page->reachedKnown;
        spec.page = std::move(page->nextPage);
    } while (!spec.page.empty() && run.exchangesLeft());
    run.expectItems(items, reasons);
    run.expect("more", !spec.page.empty());
    run.expect("capped", capped);
    run.expect("reached_known", reachedKnown);
    run.expect("unreadable", unreadable);
    run.expect("signals", signals);
}

void runMe(FixtureRun &run)
{
    std::vector<net::Response> answers;
    for (int step = 0; step < kMostSteps; ++step) {
        const auto request = run.connector().buildWhoAmI(run.context(), answers);
        if (!request) {
            (void)run.failed(request, "/operation");
            return;
        }
        if (!*request)
            break;
        auto answer = run.exchange(**request);
        if (!answer)
            return;
        answers.push_back(std::move(*answer));
    }
    const auto who = run.connector().parseWhoAmI(run.context(), answers);
    if (!run.failed(who, "/operation"))
        run.expect("who", neutral(*who));
}

void runThread(FixtureRun &run)
{
    const auto wanted = run.ids();
    const auto id = wanted.empty() ? std::string() : wanted.front();
    const auto read = run.ask([&] { return id.empty() ? Result<net::Request>(fail(Errc::InvalidInput, "\"ids\" is missing")) : run.connector().buildThread(run.context(), id); },
                              [&](const net::Response &answer) { return run.connector().parseThread(run.context(), id, answer); });
    if (read)
        run.expectItems(read->items);
}

void runLookup(FixtureRun &run)
{
    const auto wanted = run.ids();
    const auto read = run.ask([&] { return run.connector().buildLookup(run.context(), wanted); },
                              [&](const net::Response &answer) { return run.connector().parseLookup(run.context(), wanted, answer); });
    if (!read)
        return;
    run.expectItems(read->items);
    run.expect("gone", read->gone);
}

void runMetrics(FixtureRun &run, const std::string &operation)
{
    InsightSpec spec;
    if (operation.rfind("metrics.account", 0) != 0)
        spec.posts = run.ids();
    spec.to = run.now();
    spec.from = spec.to - std::chrono::hours{24 * 7};
    const auto read = run.ask([&] { return run.connector().buildInsights(run.context(), spec); },
                              [&](const net::Response &answer) { return run.connector().parseInsights(run.context(), spec, answer); });
    if (!read)
        return;
    auto lines = Json::array();
    for (const auto &line : read->lines)
        lines.push_back({{"id", line.nativeId}, {"metrics", neutral(line.metrics)}});
    run.expect("lines", lines);
}

Outbound outboundOf(const Json &fixture, const std::string &operation)
{
    const auto &wanted = at(fixture, "outbound");
    Outbound made;
    const auto family = operation.substr(0, operation.find('.'));
    for (int kind = 0; kind < kOutboundKindCount; ++kind)
        if (operationFor(static_cast<OutboundKind>(kind)) == family)
            made.kind = static_cast<OutboundKind>(kind);
    OutboundPart part;
    part.text = textAt(wanted, "text");
    part.idempotencyKey = textAt(wanted, "key");
    for (const auto &media : arrayAt(wanted, "media"))
        part.media.push_back({textAt(media, "path"), textAt(media, "mime"), textAt(media, "alt"), textAt(media, "sha256"), {}});
    made.parts.push_back(std::move(part));
    made.targetNative = textAt(wanted, "target");
    made.lang = textAt(wanted, "lang");
    made.warning = textAt(wanted, "warning");
    made.comment = textAt(wanted, "comment");
    if (wanted.contains("visibility"))
        made.visibility = textAt(wanted, "visibility") == "followers" ? Visibility::Followers : visibilityFrom(textAt(wanted, "visibility"));
    return made;
}

PublishJob jobOf(const Json &fixture, const Outbound &made)
{
    const auto &wanted = at(fixture, "outbound");
    PublishJob job{made, 0, textAt(wanted, "reply_to"), textAt(wanted, "target_handle"), textAt(wanted, "target_item")};
    if (job.inReplyTo.empty() && made.kind == OutboundKind::Reply)
        job.inReplyTo = made.targetNative;
    return job;
}

void runWrite(FixtureRun &run, const std::string &operation)
{
    const auto made = outboundOf(run.fixture(), operation);
    const auto job = jobOf(run.fixture(), made);
    PublishState state;
    for (int number = 0; number < kMostSteps; ++number) {
        const auto step = run.connector().nextStep(run.context(), job, state);
        if (!step) {
            (void)run.failed(step, "/operation");
            return;
        }
        const auto answer = run.exchange(step->request);
        if (!answer)
            return;
        const auto outcome = run.connector().absorb(run.context(), job, state, *answer);
        if (!outcome && outcome.error().code == Errc::Pending && run.exchangesLeft())
            continue; // asked again
        if (run.failed(outcome, run.lastExchange()))
            return;
        if (const auto *done = std::get_if<PublishDone>(&*outcome)) {
            run.expect("done", Json{{"id", done->nativeId}, {"permalink", done->permalink}, {"held", done->held}});
            return;
        }
        state = std::get<PublishState>(*outcome);
    }
    run.stopAt("/operation", "the program never ends");
}

void runReadBack(FixtureRun &run)
{
    const auto made = outboundOf(run.fixture(), "publish");
    const auto job = jobOf(run.fixture(), made);
    const auto read = run.ask([&] { return run.connector().buildReadBack(run.context(), job); },
                              [&](const net::Response &answer) { return run.connector().parseReadBack(run.context(), job, answer); });
    if (!read)
        return;
    const auto &found = *read;
    run.expect("found", found ? Json{{"id", found->nativeId}, {"text", found->text}, {"permalink", found->permalink}} : Json(nullptr));
}

void runSignIn(FixtureRun &run)
{
    const auto &fixture = run.fixture();
    Credential typed;
    for (const auto &[key, value] : at(fixture, "typed").items())
        if (value.is_string())
            typed.set(key, Secret(value.get<std::string>()));
    const auto &ways = run.recipe().ways;
    AuthKind kind = ways.empty() ? AuthKind::None : ways.front().way.kind;
    for (const auto &way : ways)
        if (way.id == textAt(at(fixture, "with"), "way"))
            kind = way.way.kind;
    const SignInForm form{run.account(), typed, kind, run.now()};
    std::vector<net::Response> answers;
    for (int step = 0; step < kMostSteps; ++step) {
        const auto progress = run.connector().signIn(form, answers);
        if (run.failed(progress, "/operation"))
            return;
        if (const auto *done = std::get_if<SignedIn>(&*progress)) {
            run.expect("signed_in", Json{{"access", std::string(done->credential.access.reveal())}, {"refresh", std::string(done->credential.refresh.reveal())}, {"instance", done->instance}});
            return;
        }
        auto answer = run.exchange(std::get<net::Request>(*progress));
        if (!answer)
            return;
        answers.push_back(std::move(*answer));
    }
}

void runDiscover(FixtureRun &run)
{
    const auto typed = textAt(at(run.fixture(), "typed"), "address");
    auto candidate = run.connector().guess(typed);
    if (const auto request = candidate ? std::nullopt : run.connector().probe(typed)) {
        const auto answer = run.exchange(*request);
        if (!answer)
            return;
        candidate = run.connector().recognise(typed, *answer);
    }
    run.expect("candidate", candidate ? Json{{"instance", candidate->instance}, {"name", candidate->name}} : Json(nullptr));
}

} // namespace

void runOperation(FixtureRun &run)
{
    const auto operation = textAt(run.fixture(), "operation");
    const auto family = operation.substr(0, operation.find('.'));
    if (operation == "sign_in")
        runSignIn(run);
    else if (operation == "discover")
        runDiscover(run);
    else if (family == "me")
        runMe(run);
    else if (family == "listen" || family == "inbox" || family == "own")
        runStream(run, operation);
    else if (family == "thread")
        runThread(run);
    else if (family == "lookup")
        runLookup(run);
    else if (family == "metrics")
        runMetrics(run, operation);
    else if (family == "read_back")
        runReadBack(run);
    else
        runWrite(run, operation);
}

} // namespace vigie::connect::recipe
