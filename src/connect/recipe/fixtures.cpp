// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the fixtures of a recipe: each request it would send is compared with the one that is expected, each answer is read,
// and what comes out is compared in the neutral model. Nothing leaves.
#include <vigie/connect/recipe.hpp>

#include "connect/recipe/connector.hpp"
#include "connect/recipe/load.hpp"
#include "connect/recipe/neutral.hpp"

#include <vigie/net/url.hpp>

#include <algorithm>

namespace vigie::connect::recipe {

namespace {

constexpr int kMostSteps = 60;

/// What ends a fixture early, told at its place.
struct Stop {
    std::string pointer, message;
};

class Run {
public:
    Run(const Recipe &recipe, const Connector &connector, const Json &fixture, std::string pointer)
        : recipe_(recipe), connector_(connector), fixture_(fixture), pointer_(std::move(pointer)), exchanges_(arrayAt(fixture, "exchanges")), expect_(at(fixture, "expect"))
    {
        prepare();
    }

    Stop run()
    {
        const auto operation = textAt(fixture_, "operation");
        const auto family = operation.substr(0, operation.find('.'));
        if (operation == "sign_in")
            signIn();
        else if (operation == "discover")
            discover();
        else if (family == "me")
            me();
        else if (family == "listen" || family == "inbox" || family == "own")
            stream(operation);
        else if (family == "thread")
            thread();
        else if (family == "lookup")
            lookup();
        else if (family == "metrics")
            metrics(operation);
        else if (family == "read_back")
            readBack();
        else
            write(operation);
        if (stop_.message.empty() && used_ < exchanges_.size())
            stopAt("/exchanges/" + std::to_string(used_), "the run ended before this exchange");
        return stop_;
    }

private:
    void prepare()
    {
        const auto &who = at(fixture_, "account");
        account_.id = AccountId{1};
        account_.connector = recipe_.descriptor.id;
        account_.instance = textAt(who, "instance");
        if (account_.instance.empty())
            account_.instance = recipe_.asksInstance ? "https://server.example" : recipe_.fixedInstance;
        account_.nativeId = textAt(who, "id");
        account_.handle = textAt(who, "handle");
        account_.name = textAt(who, "name");
        account_.limits.maxCharacters = recipe_.descriptor.length.limit;
        for (const auto &[key, value] : at(fixture_, "settings").items())
            account_.set(key, value.is_string() ? value.get<std::string>() : dump(value));
        for (const auto &[key, value] : at(fixture_, "secrets").items()) {
            const Secret secret(value.is_string() ? value.get<std::string>() : std::string());
            if (key == "access")
                credential_.access = secret;
            else if (key == "refresh")
                credential_.refresh = secret;
            else
                credential_.set(key, secret);
        }
        const auto now = parseRfc3339(textAt(fixture_, "now").empty() ? "2026-11-21T12:00:00Z" : textAt(fixture_, "now"));
        if (now)
            now_ = *now;
        else
            stopAt("/now", "a time is expected here");
    }
    [[nodiscard]] Context context() const { return {account_, credential_.access, now_, &credential_}; }

    void stopAt(const std::string &below, std::string message)
    {
        if (stop_.message.empty())
            stop_ = {pointer_ + below, std::move(message)};
    }
    void compare(const Json &expected, const Json &actual, const std::string &below)
    {
        if (auto found = difference(expected, actual, pointer_ + below); !found.message.empty() && stop_.message.empty())
            stop_ = {std::move(found.pointer), std::move(found.message)};
    }
    /// The expected error, or a complaint; true when it was an error.
    template <class T>
    bool failed(const Result<T> &result, const std::string &below)
    {
        const auto wanted = textAt(expect_, "error");
        const bool last = used_ >= exchanges_.size();
        if (result) {
            if (!wanted.empty() && last)
                stopAt("/expect/error", "\"" + wanted + "\" expected, no error came out");
            return !wanted.empty() && last;
        }
        const auto &error = result.error();
        if (wanted.empty()) {
            stopAt(below, std::string("an error came out: ") + errcName(error.code) + ": " + error.detail);
            return true;
        }
        if (wanted != errcName(error.code))
            stopAt("/expect/error", "\"" + wanted + "\" expected, \"" + errcName(error.code) + "\" came out: " + error.detail);
        if (expect_.contains("retry_after"))
            compare(expect_["retry_after"], error.retryAfter ? Json(error.retryAfter->count()) : Json(nullptr), "/expect/retry_after");
        if (const auto said = textAt(expect_, "detail"); !said.empty() && error.detail.find(said) == std::string::npos)
            stopAt("/expect/detail", "what came out does not say that: " + error.detail);
        return true;
    }
    [[nodiscard]] bool stopped() const { return !stop_.message.empty(); }

    /// The next exchange for `request`; null when there is none left or it is not the expected one.
    const Json *take(const net::Request &request)
    {
        if (used_ >= exchanges_.size()) {
            stopAt("/exchanges", "one more request came out: " + std::string(net::methodName(request.method)) + " " + request.url);
            return nullptr;
        }
        const auto below = "/exchanges/" + std::to_string(used_);
        const auto &exchange = exchanges_[used_++];
        checkRequest(at(exchange, "request"), request, below + "/request");
        return stopped() ? nullptr : &exchange;
    }
    void checkRequest(const Json &wanted, const net::Request &request, const std::string &below)
    {
        if (!wanted.is_object()) {
            stopAt(below, "an object is expected here");
            return;
        }
        for (const auto &[key, value] : wanted.items())
            if (key != "method" && key != "url" && key != "query" && key != "headers" && key != "json" && key != "form" && key != "body" && key != "multipart")
                stopAt(childPointer(below, key), "unknown key \"" + key + "\"");
        compare(Json(textAt(wanted, "method").empty() ? "GET" : textAt(wanted, "method")), Json(net::methodName(request.method)), below + "/method");
        const auto question = request.url.find('?');
        compare(at(wanted, "url"), Json(request.url.substr(0, question)), below + "/url");
        auto query = Json::object();
        for (const auto &[name, value] : net::parseQuery(question == std::string::npos ? std::string_view{} : std::string_view(request.url).substr(question + 1)))
            addPair(query, name, value);
        const auto &wantedQuery = wanted.contains("query") ? wanted["query"] : kNone;
        compare(wantedQuery, query, below + "/query");
        compareKeys(wantedQuery, query, below + "/query");
        checkHeaders(at(wanted, "headers"), request, below + "/headers");
        checkBody(wanted, request, below);
    }
    static void addPair(Json &object, const std::string &name, const std::string &value)
    {
        if (!object.contains(name))
            object[name] = value;
        else if (object[name].is_array())
            object[name].push_back(value);
        else
            object[name] = Json::array({object[name], value});
    }
    void compareKeys(const Json &wanted, const Json &actual, const std::string &below)
    {
        for (const auto &[key, value] : actual.items())
            if (!wanted.contains(key))
                stopAt(below, "\"" + key + "\" came out and is not expected");
    }
    void checkHeaders(const Json &wanted, const net::Request &request, const std::string &below)
    {
        for (const auto &[name, value] : wanted.items()) {
            std::string found;
            for (const auto &header : request.headers)
                if (header.name == name)
                    found = header.value;
            for (const auto &header : request.secretHeaders)
                if (header.name == name)
                    found = std::string(header.value.reveal());
            if (name == "Authorization" && !request.bearer.empty())
                found = "Bearer " + std::string(request.bearer.reveal());
            compare(value, Json(found), childPointer(below, name));
        }
    }
    void checkBody(const Json &wanted, const net::Request &request, const std::string &below)
    {
        if (wanted.contains("json")) {
            const auto body = parseJson(request.body);
            const auto actual = body ? *body : Json(request.body);
            if (actual != wanted["json"]) {
                compare(wanted["json"], actual, below + "/json");
                stopAt(below + "/json", "more came out than is expected: " + dump(actual));
            }
        } else if (wanted.contains("form")) {
            auto form = Json::object();
            for (const auto &[name, value] : net::parseQuery(request.body))
                addPair(form, name, value.find('%') == std::string::npos ? net::decodeComponent(value, true) : value);
            compare(wanted["form"], form, below + "/form");
            compareKeys(wanted["form"], form, below + "/form");
        } else if (wanted.contains("multipart")) {
            auto form = Json::object();
            for (const auto &part : request.form)
                addPair(form, part.name, part.filePath.empty() ? part.value : part.filePath);
            compare(wanted["multipart"], form, below + "/multipart");
            compareKeys(wanted["multipart"], form, below + "/multipart");
        } else {
            compare(Json(textAt(wanted, "body")), Json(request.body), below + "/body");
        }
    }
    net::Response answerOf(const Json &exchange, const net::Request &request) const
    {
        const auto &answer = at(exchange, "response");
        net::Response response;
        response.status = static_cast<int>(intAt(answer, "status").value_or(200));
        response.finalUrl = request.url;
        for (const auto &[name, value] : at(answer, "headers").items())
            response.headers.push_back({name, value.is_string() ? value.get<std::string>() : dump(value)});
        if (answer.contains("json"))
            response.body = dump(answer["json"]);
        else
            response.body = textAt(answer, "text");
        return response;
    }
    std::optional<net::Response> exchange(const net::Request &request)
    {
        const auto *found = take(request);
        return found == nullptr ? std::nullopt : std::optional(answerOf(*found, request));
    }

    void compareItems(const std::vector<Item> &items, const std::vector<std::string> &reasons)
    {
        auto all = Json::array();
        for (std::size_t i = 0; i < items.size(); ++i)
            all.push_back(neutral(items[i], i < reasons.size() ? reasons[i] : std::string()));
        if (expect_.contains("items"))
            compare(expect_["items"], all, "/expect/items");
    }

    void stream(const std::string &operation)
    {
        FetchSpec spec;
        spec.direction = textAt(fixture_, "direction") == "backfill" ? Direction::Backfill : Direction::Forward;
        if (const auto &cursor = at(fixture_, "cursor"); cursor.is_object()) {
            Json mark{{"seen", at(cursor, "seen").is_array() ? at(cursor, "seen") : Json::array()}, {"at", nullptr}, {"ack", textAt(cursor, "ack")}};
            if (const auto when = parseRfc3339(textAt(cursor, "at")))
                mark["at"] = toMicros(*when);
            spec.cursor = dump(mark);
        }
        spec.stream = textAt(fixture_, "stream");
        if (spec.stream.empty())
            for (const auto &one : connector_.streams(account_))
                if (spec.stream.empty() && (one.name == operation || one.name.rfind(operation + ":", 0) == 0))
                    spec.stream = one.name;
        if (spec.stream.empty()) {
            stopAt("/settings", "with these settings there is no such stream");
            return;
        }
        std::vector<Item> items;
        std::vector<std::string> reasons;
        auto signals = Json::array();
        FetchPage page;
        int unreadable = 0;
        do {
            auto request = connector_.buildFetch(context(), spec);
            if (!request) {
                (void)failed(request, "/operation");
                return;
            }
            const auto answer = exchange(*request);
            if (!answer)
                return;
            auto read = connector_.parseFetch(context(), spec, *answer);
            if (failed(read, "/exchanges/" + std::to_string(used_ - 1)))
                return;
            page = std::move(*read);
            std::move(page.items.begin(), page.items.end(), std::back_inserter(items));
            std::move(page.reasons.begin(), page.reasons.end(), std::back_inserter(reasons));
            for (const auto &signal : page.signals)
                signals.push_back(signal.nativeId);
            unreadable += page.unreadable;
            spec.page = page.nextPage;
        } while (!page.nextPage.empty() && used_ < exchanges_.size());
        compareItems(items, reasons);
        const Json said{{"more", !page.nextPage.empty()}, {"capped", page.capped}, {"reached_known", page.reachedKnown}, {"unreadable", unreadable}, {"signals", signals}};
        for (const auto &[key, value] : said.items())
            if (expect_.contains(key))
                compare(expect_[key], value, childPointer("/expect", key));
    }

    void me()
    {
        std::vector<net::Response> answers;
        for (int step = 0; step < kMostSteps; ++step) {
            const auto request = connector_.buildWhoAmI(context(), answers);
            if (!request) {
                (void)failed(request, "/operation");
                return;
            }
            if (!*request)
                break;
            auto answer = exchange(**request);
            if (!answer)
                return;
            answers.push_back(std::move(*answer));
        }
        const auto who = connector_.parseWhoAmI(context(), answers);
        if (failed(who, "/operation"))
            return;
        if (expect_.contains("who"))
            compare(expect_["who"], neutral(*who), "/expect/who");
    }

    [[nodiscard]] std::vector<std::string> ids() const
    {
        std::vector<std::string> all;
        for (const auto &one : arrayAt(fixture_, "ids"))
            all.push_back(asId(one));
        return all;
    }

    void thread()
    {
        const auto wanted = ids();
        const auto request = wanted.empty() ? Result<net::Request>(fail(Errc::InvalidInput, "\"ids\" is missing")) : connector_.buildThread(context(), wanted.front());
        if (!request) {
            (void)failed(request, "/operation");
            return;
        }
        const auto answer = exchange(*request);
        if (!answer)
            return;
        const auto read = connector_.parseThread(context(), wanted.front(), *answer);
        if (!failed(read, "/exchanges/0"))
            compareItems(read->items, {});
    }

    void lookup()
    {
        const auto wanted = ids();
        const auto request = connector_.buildLookup(context(), wanted);
        if (!request) {
            (void)failed(request, "/operation");
            return;
        }
        const auto answer = exchange(*request);
        if (!answer)
            return;
        const auto read = connector_.parseLookup(context(), wanted, *answer);
        if (failed(read, "/exchanges/0"))
            return;
        compareItems(read->items, {});
        if (expect_.contains("gone"))
            compare(expect_["gone"], Json(read->gone), "/expect/gone");
    }

    void metrics(const std::string &operation)
    {
        InsightSpec spec;
        if (operation.rfind("metrics.account", 0) != 0)
            spec.posts = ids();
        spec.to = now_;
        spec.from = now_ - std::chrono::hours{24 * 7};
        const auto request = connector_.buildInsights(context(), spec);
        if (!request) {
            (void)failed(request, "/operation");
            return;
        }
        const auto answer = exchange(*request);
        if (!answer)
            return;
        const auto read = connector_.parseInsights(context(), spec, *answer);
        if (failed(read, "/exchanges/0"))
            return;
        auto lines = Json::array();
        for (const auto &line : read->lines)
            lines.push_back({{"id", line.nativeId}, {"metrics", neutral(line.metrics)}});
        if (expect_.contains("lines"))
            compare(expect_["lines"], lines, "/expect/lines");
    }

    [[nodiscard]] Outbound outbound(const std::string &operation) const
    {
        const auto &wanted = at(fixture_, "outbound");
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

    void write(const std::string &operation)
    {
        const auto made = outbound(operation);
        PublishJob job{made, 0, {}, textAt(at(fixture_, "outbound"), "target_handle")};
        job.inReplyTo = textAt(at(fixture_, "outbound"), "reply_to");
        if (job.inReplyTo.empty() && made.kind == OutboundKind::Reply)
            job.inReplyTo = made.targetNative;
        PublishState state;
        for (int number = 0; number < kMostSteps; ++number) {
            const auto step = connector_.nextStep(context(), job, state);
            if (!step) {
                (void)failed(step, "/operation");
                return;
            }
            const auto answer = exchange(step->request);
            if (!answer)
                return;
            const auto outcome = connector_.absorb(context(), job, state, *answer);
            if (!outcome && outcome.error().code == Errc::Pending && used_ < exchanges_.size())
                continue; // asked again
            if (failed(outcome, "/exchanges/" + std::to_string(used_ - 1)))
                return;
            if (const auto *done = std::get_if<PublishDone>(&*outcome)) {
                if (expect_.contains("done"))
                    compare(expect_["done"], Json{{"id", done->nativeId}, {"permalink", done->permalink}, {"held", done->held}}, "/expect/done");
                return;
            }
            state = std::get<PublishState>(*outcome);
        }
        stopAt("/operation", "the program never ends");
    }

    void readBack()
    {
        const auto made = outbound("publish");
        PublishJob job{made, 0, {}, {}};
        job.inReplyTo = textAt(at(fixture_, "outbound"), "reply_to");
        const auto request = connector_.buildReadBack(context(), job);
        if (!request) {
            (void)failed(request, "/operation");
            return;
        }
        const auto answer = exchange(*request);
        if (!answer)
            return;
        const auto read = connector_.parseReadBack(context(), job, *answer);
        if (failed(read, "/exchanges/0"))
            return;
        const auto found = *read ? Json{{"id", (*read)->nativeId}, {"text", (*read)->text}, {"permalink", (*read)->permalink}} : Json(nullptr);
        if (expect_.contains("found"))
            compare(expect_["found"], found, "/expect/found");
    }

    void signIn()
    {
        Credential typed;
        for (const auto &[key, value] : at(fixture_, "typed").items())
            if (value.is_string())
                typed.set(key, Secret(value.get<std::string>()));
        const auto &ways = recipe_.descriptor.ways;
        AuthKind kind = ways.empty() ? AuthKind::None : ways.front().kind;
        for (const auto &way : recipe_.ways)
            if (way.id == textAt(at(fixture_, "with"), "way"))
                kind = way.way.kind;
        const SignInForm form{account_, typed, kind, now_};
        std::vector<net::Response> answers;
        for (int step = 0; step < kMostSteps; ++step) {
            const auto progress = connector_.signIn(form, answers);
            if (failed(progress, "/operation"))
                return;
            if (const auto *done = std::get_if<SignedIn>(&*progress)) {
                const Json made{{"access", std::string(done->credential.access.reveal())}, {"refresh", std::string(done->credential.refresh.reveal())}, {"instance", done->instance}};
                if (expect_.contains("signed_in"))
                    compare(expect_["signed_in"], made, "/expect/signed_in");
                return;
            }
            auto answer = exchange(std::get<net::Request>(*progress));
            if (!answer)
                return;
            answers.push_back(std::move(*answer));
        }
    }

    void discover()
    {
        const auto typed = textAt(at(fixture_, "typed"), "address");
        auto candidate = connector_.guess(typed);
        if (const auto request = candidate ? std::nullopt : connector_.probe(typed)) {
            const auto answer = exchange(*request);
            if (!answer)
                return;
            candidate = connector_.recognise(typed, *answer);
        }
        const auto found = candidate ? Json{{"instance", candidate->instance}, {"name", candidate->name}} : Json(nullptr);
        if (expect_.contains("candidate"))
            compare(expect_["candidate"], found, "/expect/candidate");
    }

    static const Json kNone;
    const Recipe &recipe_;
    const Connector &connector_;
    const Json &fixture_;
    std::string pointer_;
    const Json &exchanges_, &expect_;
    Account account_;
    Credential credential_;
    Instant now_{};
    std::size_t used_ = 0;
    Stop stop_;
};

const Json Run::kNone = Json::object();

} // namespace

CheckReport check(std::string_view text)
{
    CheckReport report;
    std::shared_ptr<const Document> document;
    const auto made = loadRecipe(text, report.problems, &document);
    if (document && document->root.is_object()) {
        report.id = textAt(document->root, "id");
        report.name = textAt(document->root, "name");
    }
    if (!made)
        return report;
    const auto connector = makeConnector(made);
    for (std::size_t i = 0; i < made->fixtures.size(); ++i) {
        const auto &fixture = made->fixtures[i];
        FixtureResult result{textAt(fixture, "name"), textAt(fixture, "operation"), {}};
        const auto stop = Run(*made, *connector, fixture, "/fixtures/" + std::to_string(i)).run();
        if (!stop.message.empty())
            result.failure = document->problem(stop.pointer, stop.message);
        report.fixtures.push_back(std::move(result));
    }
    return report;
}

} // namespace vigie::connect::recipe
