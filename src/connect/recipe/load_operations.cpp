// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/recipe/load.hpp"

#include "connect/recipe/answer.hpp"
#include "connect/recipe/item_map.hpp"
#include "connect/recipe/operations.hpp"
#include "connect/recipe/stream.hpp"
#include "connect/recipe/write.hpp"

#include <algorithm>

namespace vigie::connect::recipe {

namespace {

void allowAll(Compiler &compiler, std::initializer_list<const char *> names)
{
    for (const auto *name : names)
        compiler.allow(name);
}

/// What a step puts out is known to whatever comes after it.
void addStep(StepPlan step, Compiler &requests, Compiler &maps, Operation &operation)
{
    for (const auto &output : step.outputs)
        for (auto *compiler : {&requests, &maps})
            compiler->allow("steps." + step.name + "." + output.first);
    operation.steps.push_back(std::move(step));
}

void loadStream(const Node &node, Loading &loading, Operation &operation)
{
    node.object({VIGIE_RECIPE_REQUEST_KEYS, "if", "errors", "items", "map", "children", "depth", "paging", "each", "as", "reason", "ordered", "backfill", "firehose", "overlap_s",
                 "every_s", "verification"});
    auto requests = loading.requests, maps = loading.maps;
    auto &stream = operation.stream;
    stream.inbox = operation.name.rfind("inbox", 0) == 0;
    const bool keyword = operation.name == "listen.keyword", tag = operation.name == "listen.tag";
    stream.each = node.text("each", keyword ? "keywords" : tag ? "tags" : "");
    stream.as = node.text("as", keyword ? "q" : tag ? "tag" : stream.each.empty() ? "" : "value");
    if (!stream.each.empty()) {
        const auto &fields = loading.recipe.descriptor.fields;
        const bool list = std::any_of(fields.begin(), fields.end(), [&](const FieldSpec &one) { return one.key == stream.each && one.kind == FieldSpec::Kind::List; });
        if (!list)
            node.problem("\"" + stream.each + "\" is no field of the kind \"list\"");
        for (auto *compiler : {&requests, &maps})
            compiler->allow(stream.as);
    }
    stream.reason = node.text("reason");
    stream.ordered = node.flag("ordered", true);
    stream.backfill = node.flag("backfill", true);
    stream.firehose = node.flag("firehose");
    stream.overlap = std::chrono::seconds{node.number("overlap_s", 600, 0, 604'800)};
    stream.every = std::chrono::seconds{node.number("every_s", 0, 10, 86'400)};
    for (auto *compiler : {&requests, &maps})
        allowAll(*compiler, {"page", "limit", "since", "until", "since_id"});
    operation.request = compileRequest(node, requests);
    if (const auto paging = node.find("paging"))
        operation.paging = compilePaging(*paging, requests);
    if (operation.paging.kind == Paging::Kind::Ack)
        stream.backfill = false;
    loadItems(node, loading, maps, operation);
}

void loadWrite(const Node &node, Loading &loading, Operation &operation, OutboundKind kind)
{
    auto requests = loading.requests, maps = loading.maps;
    for (auto *compiler : {&requests, &maps})
        allowAll(*compiler, {"text", "target", "target_item", "reply_to", "target_handle", "lang", "warning", "comment", "visibility", "sensitive", "part", "media_count", "key"});
    const bool program = node.has("steps");
    const bool creates = kind == OutboundKind::Post || kind == OutboundKind::Reply || kind == OutboundKind::Report;
    if (program)
        node.object({"if", "errors", "steps", "result", "sent_text", "verification"});
    else
        node.object({VIGIE_RECIPE_REQUEST_KEYS, "if", "errors", "effect", "key_valid_s", "result", "sent_text", "verification"});
    const auto steps = program ? node.child("steps").elements() : std::vector<Node>{node};
    if (steps.empty() || steps.size() > 12)
        node.problem("a program has 1 to 12 steps");
    for (const auto &one : steps) {
        if (program) {
            one.object({VIGIE_RECIPE_REQUEST_KEYS, "name", "when", "each", "effect", "key_valid_s", "outputs", "until", "every_s", "errors"});
            (void)one.requiredText("name");
        }
        auto step = compileStep(program ? one : node, requests);
        if (!program)
            step.errors.clear(); // they are the operation's
        if (!one.has("effect") && step.effect == StepEffect::Once && !creates)
            step.effect = StepEffect::Idempotent; // to ask twice for the same state of things does no harm
        if (step.effect == StepEffect::Idempotent && step.keyValidFor.count() == 0)
            step.keyValidFor = std::chrono::hours{24};
        addStep(std::move(step), requests, maps, operation);
    }
    if (const auto result = node.find("result"); result && result->object({"id", "permalink", "held"})) {
        const std::initializer_list<std::pair<const char *, std::optional<Expression> *>> members{
            {"id", &operation.result.id}, {"permalink", &operation.result.permalink}, {"held", &operation.result.held}};
        for (const auto &[key, slot] : members)
            if (const auto found = result->find(key))
                *slot = maps.expression(*found);
    }
    const bool makes = kind == OutboundKind::Post || kind == OutboundKind::Reply;
    if (makes && !operation.result.id)
        node.problem("\"result\" must say where the id of what was made is (\"id\")");
    if (const auto sent = node.find("sent_text"))
        operation.sentText = maps.text(*sent);
}

void loadMe(const Node &node, Loading &loading, Operation &operation)
{
    node.object({VIGIE_RECIPE_REQUEST_KEYS, "if", "errors", "steps", "author", "metrics", "scopes", "limits", "version", "settings", "capabilities", "verification"});
    auto requests = loading.requests, maps = loading.maps;
    const auto steps = node.has("steps") ? node.child("steps").elements() : hasRequest(node) ? std::vector<Node>{node} : std::vector<Node>{};
    for (const auto &one : steps) {
        if (node.has("steps")) {
            one.object({VIGIE_RECIPE_REQUEST_KEYS, "name", "when", "outputs", "errors"});
            (void)one.requiredText("name");
        }
        auto step = compileStep(one, requests);
        if (!node.has("steps"))
            step.errors.clear();
        addStep(std::move(step), requests, maps, operation);
    }
    auto &who = operation.who;
    if (const auto author = node.find("author"))
        who.author = compileAuthor(*author, maps);
    else
        node.problem("\"author\" is missing: whose account it is");
    who.metrics = compileMetrics(node.child("metrics"), maps);
    if (const auto scopes = node.find("scopes"))
        who.scopes = maps.expression(*scopes);
    if (const auto version = node.find("version"))
        who.version = maps.expression(*version);
    if (const auto limits = node.find("limits"); limits && limits->object({"max_characters", "max_media"})) {
        if (const auto characters = limits->find("max_characters"))
            who.maxCharacters = maps.expression(*characters);
        if (const auto media = limits->find("max_media"))
            who.maxMedia = maps.expression(*media);
    }
    for (const auto &[name, value] : node.child("settings").members()) {
        who.settings.emplace_back(name, maps.expression(value));
        loading.requests.allow("setting." + name);
        loading.maps.allow("setting." + name);
    }
    for (const auto &one : node.child("capabilities").elements()) {
        if (!one.object({"capability", "reason", "when"}))
            continue;
        const auto capability = capabilityFrom(one.requiredText("capability"));
        const auto reason = capabilityReasonFrom(one.requiredText("reason"));
        if (!capability || !reason)
            one.problem(!capability ? "no such capability" : "no such reason");
        else
            who.capabilities.push_back({*capability, *reason, maps.expression(one.child("when"))});
    }
}

void loadReading(const Node &node, Loading &loading, Operation &operation, Family family)
{
    auto requests = loading.requests, maps = loading.maps;
    for (auto *compiler : {&requests, &maps}) {
        allowAll(*compiler, {"id", "ids", "id_list"});
        if (family == Family::ReadBack)
            allowAll(*compiler, {"text", "target", "reply_to", "target_handle", "lang", "warning", "visibility", "part", "key"});
        if (family == Family::Metrics)
            allowAll(*compiler, {"from", "to"});
    }
    node.object({VIGIE_RECIPE_REQUEST_KEYS, "if", "errors", "items", "map", "children", "depth", "batch", "separator", "absent", "verification", "metrics"});
    operation.request = compileRequest(node, requests);
    operation.batch = static_cast<int>(node.number("batch", 1, 1, 500));
    operation.separator = node.text("separator", ",");
    operation.absentMeansGone = node.word("absent", {"unknown", "gone"}, 0) == 1;
    if (family == Family::Metrics && node.has("metrics"))
        operation.who.metrics = compileMetrics(node.child("metrics"), maps);
    else
        loadItems(node, loading, maps, operation);
}

void loadDiscovery(const Node &node, Loading &loading)
{
    if (node.json().is_null() || !node.object({"hosts", "probe", "recognise", "name"}))
        return;
    auto &discovery = loading.recipe.discovery;
    discovery.hosts = node.texts("hosts");
    if (node.has("probe")) {
        discovery.probe = loading.maps.text(node.child("probe"));
        if (!node.has("recognise") || !loading.recipe.asksInstance)
            node.problem("a probe needs \"recognise\", and a network whose server is asked for");
        else
            discovery.recognise = loading.maps.expression(node.child("recognise"));
    }
    if (const auto name = node.find("name"))
        discovery.name = loading.maps.expression(*name);
}

} // namespace

void loadOperations(const Node &root, Loading &loading)
{
    auto &recipe = loading.recipe;
    for (const auto &[name, node] : root.child("maps").members())
        loading.namedMaps.emplace(name, node);
    auto members = root.child("operations").members();
    // "me" first: what it keeps as settings is known to the others.
    std::stable_sort(members.begin(), members.end(), [](const auto &a, const auto &b) { return (a.first == "me") > (b.first == "me"); });
    if (std::none_of(members.begin(), members.end(), [](const auto &one) { return one.first == "me"; }))
        root.child("operations").problem("the operation \"me\" is missing: whose account it is");
    for (const auto &[name, node] : members) {
        const auto known = knownAs(name);
        if (known.family == Family::Unknown) {
            node.problem("unknown operation \"" + name + "\"" + suggestion(name, knownNames()));
            continue;
        }
        Operation operation;
        operation.name = name;
        operation.pointer = node.pointer();
        operation.verification = node.has("verification") ? verificationFrom(node.child("verification")) : recipe.descriptor.verification;
        if (const auto only = node.find("if"))
            operation.onlyIf = loading.maps.expression(*only);
        operation.errors = compileErrors(node.child("errors"), loading.maps);
        switch (known.family) {
        case Family::Me: loadMe(node, loading, operation); break;
        case Family::Stream: loadStream(node, loading, operation); break;
        case Family::Write: {
            int kind = 0;
            while (kind < kOutboundKindCount && !covers(operationFor(static_cast<OutboundKind>(kind)), name))
                ++kind;
            loadWrite(node, loading, operation, static_cast<OutboundKind>(kind));
            break;
        }
        default: loadReading(node, loading, operation, known.family); break;
        }
        recipe.operations.push_back(std::move(operation));
    }
    setCapabilities(root, loading);
    loadDiscovery(root.child("discover"), loading);
}

} // namespace vigie::connect::recipe
