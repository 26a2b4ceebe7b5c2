// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/recipe/load.hpp"

#include "connect/recipe/answer.hpp"
#include "connect/recipe/request.hpp"

#include <vigie/net/url.hpp>

#include <algorithm>
#include <array>

namespace vigie::connect::recipe {

namespace {

constexpr int kLanguage = 1;               ///< version of the language this program speaks

const std::array<std::string_view, 21> kFromKind{"publish", "reply", "edit", "delete", "like", "unlike", "boost", "unboost", "mute", "unmute", "block",
                                                 "unblock", "report", "hide", "unhide", "approve", "hold", "spam", "remove", "restore", "ban"};

void loadInstance(const Node &root, Loading &loading)
{
    auto &recipe = loading.recipe;
    const auto base = root.requiredText("base");
    if (const auto instance = root.find("instance"); instance && instance->object({"example", "pattern", "en", "fr", "help_en", "help_fr"})) {
        recipe.asksInstance = true;
        FieldSpec field{"instance", FieldSpec::Kind::Url, true, instance->text("example")};
        field.en = instance->text("en");
        field.fr = instance->text("fr");
        field.helpEn = instance->text("help_en");
        field.helpFr = instance->text("help_fr");
        recipe.descriptor.fields.insert(recipe.descriptor.fields.begin(), std::move(field));
        if (instance->has("pattern")) {
            std::string why;
            recipe.instancePattern = Pattern::compile(instance->text("pattern"), &why);
            if (!recipe.instancePattern)
                instance->child("pattern").problem(why);
        }
    }
    if (root.has("base"))
        recipe.base = loading.requests.text(root.child("base"));
    const bool fromInstance = base.rfind("{instance}", 0) == 0;
    if (fromInstance != recipe.asksInstance)
        root.child("base").problem(fromInstance ? "\"instance\" is missing: it says how the server is asked for" : "an address that is asked for begins with {instance}");
    if (!fromInstance) {
        const auto slash = base.find('/', 8);
        recipe.fixedInstance = base.substr(0, slash);
        const auto parsed = net::parseUrl(recipe.fixedInstance);
        if (!base.empty() && (base.rfind("https://", 0) != 0 || recipe.fixedInstance.find('{') != std::string::npos || !parsed))
            root.child("base").problem("an address begins with https:// and a host that stands there as it is");
    }
    for (const auto &host : root.texts("hosts")) {
        const auto url = net::parseUrl("https://" + host);
        if (!url || url->host != host || net::isPrivateLiteral(host) || net::isLoopbackHost(host))
            root.child("hosts").problem("not a public host name: " + host);
        else
            recipe.hosts.push_back(host);
    }
}

void loadPolicy(const Node &node, Policy &policy)
{
    if (!node.object({"persist", "export", "export_per_day", "keep_days", "refresh_or_drop_days", "deletion_sync_hours", "cross_network_match", "attribution"}))
        return;
    policy.persist = static_cast<PersistRule>(node.word("persist", {"full", "ids_only", "display_only"}, 0));
    policy.exports = static_cast<ExportRule>(node.word("export", {"yes", "capped", "no_member_data", "no"}, 0));
    policy.exportPerDay = static_cast<int>(node.number("export_per_day", 0, 1, 1'000'000));
    if (policy.exports == ExportRule::Capped && policy.exportPerDay == 0)
        node.problem("\"export_per_day\" is missing");
    const auto hours = [&](const char *key, int unit) -> std::optional<std::chrono::hours> {
        const auto amount = node.number(key, 0, 1, 100'000);
        return amount > 0 ? std::optional(std::chrono::hours{amount * unit}) : std::nullopt;
    };
    policy.keepFor = hours("keep_days", 24);
    policy.refreshOrDrop = hours("refresh_or_drop_days", 24);
    policy.deletionSync = hours("deletion_sync_hours", 1);
    policy.crossNetworkMatch = node.flag("cross_network_match", true);
    policy.attribution = node.text("attribution");
}

void loadTold(const Node &node, Loading &loading)
{
    if (!node.object({"limit", "remaining", "reset", "wait", "of"}))
        return;
    ToldPlan told;
    const std::initializer_list<std::pair<const char *, std::optional<Expression> *>> members{
        {"limit", &told.limit}, {"remaining", &told.remaining}, {"reset", &told.reset}, {"wait", &told.wait}};
    for (const auto &[key, slot] : members)
        if (const auto found = node.find(key)) {
            *slot = loading.maps.expression(*found);
            told.inBody = told.inBody || readsBody(**slot);
        }
    told.ofAccount = node.word("of", {"call", "account"}, 0) == 1;
    told.daily = loading.recipe.descriptor.rate.window >= std::chrono::hours{24};
    loading.recipe.told = std::move(told);
}

void loadRates(const Node &root, Loading &loading)
{
    auto &descriptor = loading.recipe.descriptor;
    if (const auto rate = root.find("rate"); rate && rate->object({"requests", "window_s", "poll_s", "told"})) {
        descriptor.rate.requests = static_cast<int>(rate->number("requests", 300, 1, 1'000'000));
        descriptor.rate.window = std::chrono::seconds{rate->number("window_s", 300, 1, 86'400)};
        descriptor.rate.pollEvery = std::chrono::seconds{rate->number("poll_s", 300, 10, 86'400)};
        if (const auto told = rate->find("told"))
            loadTold(*told, loading);
    } else if (!rate) {
        root.problem("\"rate\" is missing: how many requests the network allows");
    }
    for (const auto &bucket : root.child("buckets").elements()) {
        if (!bucket.object({"name", "units", "window_s", "daily", "zone"}))
            continue;
        RateBucket made;
        made.name = bucket.requiredText("name");
        made.units = static_cast<int>(bucket.number("units", 1, 1, 100'000'000));
        made.window = std::chrono::seconds{bucket.number("window_s", 0, 1, 86'400)};
        made.daily = bucket.flag("daily");
        made.zone = bucket.text("zone", "UTC");
        if (!zoneExists(made.zone))
            bucket.child("zone").problem("no such time zone");
        descriptor.buckets.push_back(std::move(made));
    }
}

bool goodId(const std::string &id)
{
    return id.size() >= 2 && id.size() <= 40 && id[0] >= 'a' && id[0] <= 'z'
           && std::all_of(id.begin(), id.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

} // namespace

std::string_view operationFor(OutboundKind kind)
{
    const auto index = static_cast<std::size_t>(kind);
    return index < kFromKind.size() ? kFromKind[index] : std::string_view{};
}

const Operation *Recipe::named(std::string_view name) const
{
    const auto found = std::find_if(operations.begin(), operations.end(), [&](const Operation &one) { return one.name == name; });
    return found == operations.end() ? nullptr : &*found;
}

Verification verificationFrom(const Node &node)
{
    static constexpr std::array<std::string_view, 4> kWords{"real-server", "third-party-client", "schema", "documents"};
    const auto written = node.isString() ? node.json().get<std::string>() : std::string();
    const auto found = std::find(kWords.begin(), kWords.end(), written);
    if (found == kWords.end()) {
        node.problem("real-server, third-party-client, schema or documents is expected here");
        return Verification::DocumentsOnly;
    }
    return static_cast<Verification>(found - kWords.begin());
}

FieldSpec loadField(const Node &node, Loading &loading)
{
    FieldSpec field;
    if (!node.object({"key", "kind", "required", "example", "choices", "en", "fr", "help_en", "help_fr", "pattern"}))
        return field;
    field.key = node.requiredText("key");
    field.kind = static_cast<FieldSpec::Kind>(node.word("kind", {"url", "text", "list", "file", "secret", "choice"}, 1));
    field.required = node.flag("required", true);
    field.example = node.text("example");
    field.choices = node.texts("choices");
    field.en = node.requiredText("en");
    field.fr = node.requiredText("fr");
    field.helpEn = node.text("help_en");
    field.helpFr = node.text("help_fr");
    if (field.kind == FieldSpec::Kind::Choice && field.choices.empty())
        node.problem("a choice needs \"choices\"");
    if (node.has("pattern")) {
        std::string why;
        if (auto pattern = Pattern::compile(node.text("pattern"), &why))
            loading.recipe.settingPatterns.emplace_back(field.key, std::move(pattern));
        else
            node.child("pattern").problem(why);
    }
    const bool secret = field.kind == FieldSpec::Kind::Secret;
    loading.requests.allow((secret ? "secret." : "setting.") + field.key);
    if (!secret)
        loading.maps.allow("setting." + field.key);
    return field;
}

void loadIdentity(const Node &root, Loading &loading)
{
    auto &descriptor = loading.recipe.descriptor;
    root.object({"$schema", "recipe", "id", "name", "badge", "family", "version", "docs", "notes", "verification", "base", "instance", "hosts", "fields", "sign_in", "capabilities",
                 "policy", "rate", "buckets", "length", "notice", "off_by_default", "sunset", "headers", "errors", "maps", "operations", "discover", "fixtures"});
    if (root.number("recipe", 0, 1, 1000) != kLanguage)
        root.problem("\"recipe\": " + std::to_string(kLanguage) + " is expected: the version of the language that this program speaks");
    descriptor.id = root.requiredText("id");
    if (!descriptor.id.empty() && !goodId(descriptor.id))
        root.child("id").problem("an id has 2 to 40 small letters, digits and '-'");
    descriptor.name = root.requiredText("name");
    descriptor.badge = root.text("badge", descriptor.name.substr(0, 2));
    if (descriptor.badge.size() > 2)
        root.child("badge").problem("two letters at most");
    static constexpr std::array<std::string_view, 9> kFamilies{"social", "forum", "reviews", "chat", "blog", "code", "enterprise", "video", "qa"};
    descriptor.family = root.requiredText("family");
    if (!descriptor.family.empty() && std::find(kFamilies.begin(), kFamilies.end(), descriptor.family) == kFamilies.end())
        root.child("family").problem("unknown family" + suggestion(descriptor.family, {kFamilies.begin(), kFamilies.end()}));
    descriptor.docs = root.requiredText("docs");
    (void)root.requiredText("version");
    descriptor.verification = root.has("verification") ? verificationFrom(root.child("verification")) : (root.problem("\"verification\" is missing"), Verification::DocumentsOnly);
    for (const auto &field : root.child("fields").elements())
        descriptor.fields.push_back(loadField(field, loading));
    loadInstance(root, loading);
    loadPolicy(root.has("policy") ? root.child("policy") : Node(Json::object(), "/policy", loading.document), descriptor.policy);
    loadRates(root, loading);
    if (const auto length = root.find("length"); length && length->object({"rule", "limit", "url_cost"})) {
        descriptor.length.rule = static_cast<text::LengthRule>(length->word("rule", {"mastodon", "graphemes", "code_points", "bytes", "x", "threads", "utf16"}, 6));
        descriptor.length.limit = static_cast<int>(length->number("limit", 0, 0, 10'000'000));
        descriptor.length.urlCost = static_cast<int>(length->number("url_cost", 0, 0, 1000));
    } else {
        descriptor.length = {text::LengthRule::Utf16, 0, 0};
    }
    descriptor.notice = static_cast<Notice>(root.word("notice", {"none", "x_terms", "meta_app", "google_project", "reddit_approval", "bot_only", "paid_api"}, 0));
    descriptor.offByDefault = root.flag("off_by_default");
    if (root.has("sunset")) {
        const auto at = parseRfc3339(root.text("sunset"));
        if (at)
            loading.recipe.sunset = *at;
        else
            root.child("sunset").problem("a date is expected here");
    }
}

std::shared_ptr<const Recipe> loadRecipe(std::string_view text, std::vector<Problem> &problems, std::shared_ptr<const Document> *kept)
{
    constexpr std::size_t kLargest = 2U << 20;
    auto document = std::make_shared<Document>();
    if (text.size() > kLargest) {
        problems.push_back({"", 1, 1, "a recipe has at most 2 MiB"});
        return nullptr;
    }
    *document = readDocument(std::string(text));
    if (document->problems.empty() && !document->root.is_object())
        document->problems.push_back(document->problem("", "an object is expected here"));
    auto recipe = std::make_shared<Recipe>();
    if (document->problems.empty()) {
        const std::set<std::string, std::less<>> common{"instance", "host", "account.id", "account.handle", "account.name", "now"};
        Compiler maps(common), requests(common);
        for (const auto *secret : {"secret.access", "secret.client_id", "secret.client_secret"})
            requests.allow(secret);
        Loading loading{*document, *recipe, std::move(requests), std::move(maps), {}, {}};
        const Node root(document->root, "", *document);
        loadIdentity(root, loading);
        loadSignIn(root, loading);
        recipe->headers = compileParts(root.child("headers"), loading.requests);
        recipe->errors = compileErrors(root.child("errors"), loading.maps);
        loadOperations(root, loading);
        loadFixtures(root, loading);
    }
    problems = document->problems;
    std::stable_sort(problems.begin(), problems.end(), [](const Problem &a, const Problem &b) { return std::pair(a.line, a.column) < std::pair(b.line, b.column); });
    if (kept != nullptr)
        *kept = document;
    return problems.empty() ? recipe : nullptr;
}

} // namespace vigie::connect::recipe
