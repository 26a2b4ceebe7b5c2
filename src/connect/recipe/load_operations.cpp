// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/recipe/load.hpp"

#include "connect/recipe/answer.hpp"
#include "connect/recipe/item_map.hpp"
#include "connect/recipe/stream.hpp"
#include "connect/recipe/write.hpp"

#include <algorithm>
#include <array>

namespace vigie::connect::recipe {

namespace {

enum class Family : std::uint8_t { Me, Stream, Thread, Lookup, ReadBack, Write, Metrics, Unknown };

struct Known {
    std::string_view name;
    Family family;
    std::optional<Capability> capability;
};
constexpr std::array<Known, 29> kOperations{{
    {"me", Family::Me, std::nullopt}, {"listen.tag", Family::Stream, Capability::ListenTag}, {"listen", Family::Stream, Capability::ListenKeyword},
    {"inbox.direct", Family::Stream, Capability::DirectMessages}, {"inbox.reviews", Family::Stream, Capability::Reviews},
    {"inbox", Family::Stream, Capability::Inbox}, {"own", Family::Stream, std::nullopt}, {"thread", Family::Thread, std::nullopt},
    {"lookup", Family::Lookup, Capability::Lookup}, {"read_back", Family::ReadBack, std::nullopt}, {"metrics", Family::Metrics, Capability::Insights},
    {"publish", Family::Write, Capability::Publish}, {"reply", Family::Write, Capability::Reply}, {"edit", Family::Write, Capability::Edit},
    {"delete", Family::Write, Capability::Delete}, {"like", Family::Write, Capability::Favourite}, {"unlike", Family::Write, std::nullopt},
    {"boost", Family::Write, Capability::Boost}, {"unboost", Family::Write, std::nullopt}, {"mute", Family::Write, Capability::Mute},
    {"unmute", Family::Write, std::nullopt}, {"block", Family::Write, Capability::Block}, {"unblock", Family::Write, std::nullopt},
    {"report", Family::Write, Capability::Report}, {"hide", Family::Write, Capability::HideReply}, {"unhide", Family::Write, std::nullopt},
    {"remove", Family::Write, Capability::RemoveOthers}, {"restore", Family::Write, std::nullopt}, {"ban", Family::Write, Capability::BanMember}}};
constexpr std::array<Known, 3> kModeration{{{"approve", Family::Write, Capability::Moderate}, {"hold", Family::Write, Capability::Moderate}, {"spam", Family::Write, Capability::Moderate}}};

bool covers(std::string_view known, const std::string &name)
{
    return name == known || (name.size() > known.size() && name.compare(0, known.size(), known) == 0 && name[known.size()] == '.');
}

Known knownAs(const std::string &name)
{
    for (const auto &one : kOperations)
        if (covers(one.name, name))
            return one;
    for (const auto &one : kModeration)
        if (covers(one.name, name))
            return one;
    return {"", Family::Unknown, std::nullopt};
}

std::vector<std::string> knownNames()
{
    std::vector<std::string> names{"listen.keyword"};
    for (const auto &one : kOperations)
        names.emplace_back(one.name);
    for (const auto &one : kModeration)
        names.emplace_back(one.name);
    return names;
}

/// A map with what it is like, its own keys over those of the other.
std::optional<Node> wholeMap(const Node &node, Loading &loading, int depth = 0)
{
    if (node.isString()) {
        const auto name = node.json().get<std::string>();
        const auto found = loading.namedMaps.find(name);
        if (found == loading.namedMaps.end()) {
            std::vector<std::string> names;
            for (const auto &one : loading.namedMaps)
                names.push_back(one.first);
            node.problem("no such map: " + name + suggestion(name, names));
            return std::nullopt;
        }
        return wholeMap(found->second, loading, depth + 1);
    }
    if (!node.isObject() || !node.has("like"))
        return node;
    if (depth > 8) {
        node.problem("maps that are like one another in a circle");
        return std::nullopt;
    }
    const auto other = wholeMap(node.child("like"), loading, depth + 1);
    if (!other)
        return std::nullopt;
    auto &merged = loading.merged.emplace_back(other->json());
    for (const auto &[key, value] : node.json().items())
        merged[key] = value;
    merged.erase("like");
    return Node(merged, node.pointer(), loading.document);
}

std::vector<MapChoice> loadMaps(const Node &node, Loading &loading, const Compiler &compiler, bool needsTime)
{
    std::vector<MapChoice> choices;
    const auto add = [&](std::optional<Expression> when, const Node &map) {
        if (const auto whole = wholeMap(map, loading))
            choices.push_back({std::move(when), std::make_shared<const ItemMap>(compileItemMap(*whole, compiler, needsTime))});
    };
    if (!node.isArray()) {
        add(std::nullopt, node);
        return choices;
    }
    for (const auto &one : node.elements()) {
        if (one.isObject() && one.has("map")) {
            one.object({"when", "map"});
            add(one.has("when") ? std::optional(compiler.expression(one.child("when"))) : std::nullopt, one.child("map"));
        } else {
            add(std::nullopt, one);
        }
    }
    return choices;
}

void loadItems(const Node &node, Loading &loading, const Compiler &compiler, Operation &operation)
{
    if (!node.has("items")) {
        node.problem("\"items\" is missing: where the entries are");
        return;
    }
    const auto items = node.child("items");
    for (const auto &one : items.isArray() ? items.elements() : std::vector<Node>{items}) {
        Selector selector;
        const auto &owner = one.isObject() ? one : node;
        if (one.isObject()) {
            one.object({"each", "where", "map", "children", "depth"});
            selector.each = compiler.path(one.child("each"));
            if (const auto where = one.find("where"))
                selector.where = compiler.expression(*where);
        } else {
            selector.each = compiler.path(one);
        }
        const auto map = owner.has("map") ? owner.find("map") : node.find("map");
        if (!map)
            node.problem("\"map\" is missing: what the entries mean");
        else
            selector.maps = loadMaps(*map, loading, compiler, operation.name.rfind("metrics", 0) != 0);
        if (const auto children = owner.find("children"))
            for (const auto &path : children->isArray() ? children->elements() : std::vector<Node>{*children})
                selector.children.push_back(compiler.path(path));
        selector.depth = static_cast<int>(owner.number("depth", selector.children.empty() ? 0 : 20, 1, 50));
        operation.items.push_back(std::move(selector));
    }
}

void allowAll(Compiler &compiler, std::initializer_list<const char *> names)
{
    for (const auto *name : names)
        compiler.allow(name);
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
        for (const auto &output : step.outputs)
            for (auto *compiler : {&requests, &maps})
                compiler->allow("steps." + step.name + "." + output.first);
        operation.steps.push_back(std::move(step));
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
        for (const auto &output : step.outputs)
            for (auto *compiler : {&requests, &maps})
                compiler->allow("steps." + step.name + "." + output.first);
        operation.steps.push_back(std::move(step));
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

void setCapabilities(const Node &root, Loading &loading)
{
    auto &descriptor = loading.recipe.descriptor;
    auto &capabilities = descriptor.capabilities;
    bool counts = false, media = false;
    for (const auto &operation : loading.recipe.operations) {
        const auto known = knownAs(operation.name);
        if (known.capability) {
            capabilities.set(*known.capability);
            descriptor.verified.emplace_back(*known.capability, operation.verification);
        }
        for (const auto &selector : operation.items)
            for (const auto &choice : selector.maps)
                counts = counts || !choice.map->metrics.empty();
        for (const auto &step : operation.steps)
            media = media || step.eachMedia;
        if (operation.name == "me" && !operation.who.metrics.empty())
            capabilities.set(Capability::AccountCounts);
    }
    if (counts)
        capabilities.set(Capability::PostCounts);
    if (media)
        capabilities.set(Capability::Images);
    for (const auto &[name, value] : root.child("capabilities").members()) {
        const auto capability = capabilityFrom(name);
        const auto reason = value.isString() ? capabilityReasonFrom(value.json().get<std::string>()) : std::nullopt;
        if (!capability || !reason) {
            value.problem(!capability ? "no such capability: " + name : "no such reason");
            continue;
        }
        const bool described = std::any_of(kOperations.begin(), kOperations.end(), [&](const Known &one) { return one.capability == *capability; })
                               || *capability == Capability::Moderate;
        if ((*reason == CapabilityReason::Offered || isConditional(*reason)) && described && !capabilities.has(*capability))
            value.problem("offered, but no operation does it");
        else
            capabilities.set(*capability, *reason);
    }
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
