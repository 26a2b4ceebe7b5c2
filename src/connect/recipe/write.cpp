// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/recipe/write.hpp"

#include "connect/recipe/item_map.hpp"
#include "connect/recipe/request.hpp"
#include "connect/recipe/stream.hpp"

#include <algorithm>

namespace vigie::connect::recipe {

namespace {

const OutboundPart *partOf(const PublishJob &job)
{
    return job.part < job.outbound.parts.size() ? &job.outbound.parts[job.part] : nullptr;
}

const char *visibilityName(Visibility visibility)
{
    switch (visibility) {
    case Visibility::Unlisted: return "unlisted";
    case Visibility::Followers: return "followers";
    case Visibility::Direct: return "direct";
    default: return "public";
    }
}

bool creates(OutboundKind kind)
{
    return kind == OutboundKind::Post || kind == OutboundKind::Reply;
}

void setJob(const PublishJob &job, std::string text, CallVariables &variables)
{
    const auto &outbound = job.outbound;
    const auto *part = partOf(job);
    variables.setText("text", std::move(text));
    variables.setText("target", outbound.targetNative);
    variables.setText("reply_to", job.inReplyTo);
    variables.setText("target_item", job.targetItem);
    variables.setText("target_handle", job.targetHandle);
    variables.setText("lang", outbound.lang);
    variables.setText("warning", outbound.warning);
    variables.setText("comment", outbound.comment);
    variables.set("visibility", Value::text(visibilityName(outbound.visibility)));
    variables.set("sensitive", Value(Json(outbound.sensitive)));
    variables.set("part", Value(Json(job.part)));
    variables.set("media_count", Value(Json(part != nullptr ? part->media.size() : 0U)));
    if (part != nullptr)
        variables.setText("key", part->idempotencyKey);
}

void setMedia(const OutboundMedia &media, CallVariables &variables)
{
    variables.set("media.alt", Value::text(media.alt));
    variables.setText("media.mime", media.mime);
    variables.setText("media.sha256", media.sha256);
    variables.setText("media.name", media.path.substr(media.path.rfind('/') + 1));
}

/// PublishState, read.
struct Progress {
    std::size_t step = 0, media = 0;
    Json outputs = Json::object();

    [[nodiscard]] PublishState text() const { return {dump(Json{{"step", step}, {"media", media}, {"out", outputs}})}; }
    static Progress from(const PublishState &state)
    {
        Progress progress;
        if (const auto json = parseJson(state.data)) {
            progress.step = static_cast<std::size_t>(std::clamp<std::int64_t>(intAt(*json, "step").value_or(0), 0, 1000));
            progress.media = static_cast<std::size_t>(std::clamp<std::int64_t>(intAt(*json, "media").value_or(0), 0, 1000));
            if (at(*json, "out").is_object())
                progress.outputs = at(*json, "out");
        }
        return progress;
    }
};

/// Where the job stands: the step that comes now, those that do not apply left out.
const StepPlan *current(const Operation &operation, const PublishJob &job, const CallVariables &variables, Progress &progress)
{
    Scope scope;
    scope.variables = &variables.function();
    const auto *part = partOf(job);
    for (; progress.step < operation.steps.size(); ++progress.step, progress.media = 0) {
        const auto &step = operation.steps[progress.step];
        if (step.when && !evaluate(*step.when, scope).truthy())
            continue;
        if (step.eachMedia && (part == nullptr || progress.media >= part->media.size()))
            continue;
        return &step;
    }
    return nullptr;
}

Result<const Operation *> operationFor(const Recipe &recipe, OutboundKind kind, const CallVariables &variables)
{
    const auto name = recipe::operationFor(kind);
    const auto *operation = name.empty() ? nullptr : operationOf(recipe, name, variables);
    if (operation == nullptr || operation->steps.empty())
        return fail(Errc::Unsupported);
    return operation;
}

PublishOutcome finished(const Operation &operation, const PublishJob &job, const Scope &scope)
{
    PublishDone done;
    done.nativeId = job.outbound.targetNative;
    if (creates(job.outbound.kind))
        done.nativeId.clear();
    if (operation.result.id)
        if (auto id = evaluate(*operation.result.id, scope).text(); !id.empty())
            done.nativeId = std::move(id);
    if (operation.result.permalink) {
        auto link = evaluate(*operation.result.permalink, scope).text();
        if (link.rfind("https://", 0) == 0 || link.rfind("http://", 0) == 0)
            done.permalink = std::move(link);
    }
    done.held = operation.result.held && evaluate(*operation.result.held, scope).truthy();
    return done;
}

} // namespace

void keepOutputs(const StepPlan &step, const Json &root, const net::Response &response, const Variables &variables, Json &outputs)
{
    Budget budget;
    const Scope scope{&root, nullptr, &root, &variables, &response, &budget};
    auto &mine = outputs[step.name];
    if (!mine.is_object())
        mine = Json::object();
    for (const auto &[name, how] : step.outputs) {
        auto value = evaluate(how, scope).toJson();
        if (!step.eachMedia)
            mine[name] = std::move(value);
        else if (!value.is_null())
            (mine.contains(name) ? mine[name] : mine[name] = Json::array()).push_back(std::move(value));
    }
}

void setOutputs(const Json &outputs, CallVariables &variables)
{
    for (const auto &[step, values] : outputs.items())
        for (const auto &[name, value] : values.items())
            variables.set("steps." + step + "." + name, Value(value));
}

StepPlan compileStep(const Node &node, const Compiler &outer)
{
    StepPlan step;
    auto compiler = outer;
    step.name = node.text("name");
    step.eachMedia = node.word("each", {"once", "media"}, 0) == 1;
    if (step.eachMedia)
        for (const auto *name : {"media.alt", "media.mime", "media.sha256", "media.name"})
            compiler.allow(name);
    step.request = compileRequest(node, compiler);
    if (const auto when = node.find("when"))
        step.when = compiler.expression(*when, false);
    const bool harmless = step.request.method == net::Method::Get;
    step.effect = static_cast<StepEffect>(node.word("effect", {"none", "once", "repeatable"}, harmless ? 0 : 1));
    step.keyValidFor = std::chrono::seconds{node.number("key_valid_s", 0, 0, 31'536'000)};
    for (const auto &[name, value] : node.child("outputs").members())
        step.outputs.emplace_back(name, compiler.expression(value));
    if (const auto until = node.find("until"))
        step.until = compiler.expression(*until);
    step.every = std::chrono::seconds{node.number("every_s", 5, 1, 600)};
    step.errors = compileErrors(node.child("errors"), compiler);
    return step;
}

std::string outgoingText(const Recipe &recipe, const Context &context, const PublishJob &job)
{
    const auto *part = partOf(job);
    if (part == nullptr)
        return {};
    CallVariables variables(context);
    const auto operation = operationFor(recipe, job.outbound.kind, variables);
    if (!operation || !(*operation)->sentText)
        return part->text;
    setJob(job, part->text, variables);
    Scope scope;
    scope.variables = &variables.function();
    return fill(*(*operation)->sentText, scope, {}).value_or(part->text);
}

Result<PublishStep> publishStep(const Recipe &recipe, const Context &context, const PublishJob &job, const PublishState &state)
{
    CallVariables variables(context);
    VIGIE_TRY(const auto *operation, operationFor(recipe, job.outbound.kind, variables));
    const bool hasText = job.outbound.kind == OutboundKind::Edit || creates(job.outbound.kind);
    const auto *part = partOf(job);
    auto text = outgoingText(recipe, context, job);
    if (hasText && (part == nullptr || (text.find_first_not_of(" \t\r\n") == std::string::npos && part->media.empty())))
        return fail(Errc::ContentRefused, "the text is empty");
    if (hasText && recipe.descriptor.length.limit > 0) {
        auto profile = recipe.descriptor.length;
        if (context.account.limits.maxCharacters > 0)
            profile.limit = context.account.limits.maxCharacters;
        const auto length = text::measure(text, profile);
        if (!length.fits())
            return fail(Errc::ContentRefused, "the text has " + std::to_string(length.used) + " characters, the network takes " + std::to_string(profile.limit));
    }
    if (!creates(job.outbound.kind) && job.outbound.targetNative.empty())
        return fail(Errc::InvalidInput, "nothing to act on");
    if (job.outbound.kind == OutboundKind::Reply && job.inReplyTo.empty())
        return fail(Errc::InvalidInput, "no post to answer");
    setJob(job, std::move(text), variables);
    auto progress = Progress::from(state);
    setOutputs(progress.outputs, variables);
    const auto *plan = current(*operation, job, variables, progress);
    if (plan == nullptr)
        return fail(Errc::InvalidInput, "none of the steps applies to this message");
    const OutboundMedia *media = nullptr;
    if (plan->eachMedia && part != nullptr) {
        media = &part->media[progress.media];
        setMedia(*media, variables);
    }
    PublishStep step;
    step.effect = plan->effect;
    step.keyValidFor = plan->effect == StepEffect::Idempotent ? plan->keyValidFor : std::chrono::seconds{0};
    step.phase = plan->until ? "confirm" : plan->effect == StepEffect::None ? "prepare" : "send";
    VIGIE_TRY(step.request, buildRequest(recipe, plan->request, context, variables, media));
    return step;
}

Result<PublishOutcome> publishAbsorb(const Recipe &recipe, const Context &context, const PublishJob &job, const PublishState &state, const net::Response &response)
{
    CallVariables variables(context);
    VIGIE_TRY(const auto *operation, operationFor(recipe, job.outbound.kind, variables));
    setJob(job, outgoingText(recipe, context, job), variables);
    auto progress = Progress::from(state);
    setOutputs(progress.outputs, variables);
    const auto *plan = current(*operation, job, variables, progress);
    if (plan == nullptr)
        return fail(Errc::Internal, "an answer without a step");
    auto root = readAnswer({recipe, operation, &plan->errors, true}, plan->request, context, variables, response);
    if (!root) {
        auto &error = root.error();
        const bool takesAway = job.outbound.kind == OutboundKind::Delete || job.outbound.kind == OutboundKind::RemoveItem;
        if (takesAway && (error.code == Errc::NotFound || error.code == Errc::Gone))
            root = Json();
        else if (error.code == Errc::Protocol && response.ok() && plan->effect == StepEffect::Once)
            return fail(Errc::UnknownOutcome, "the network took it, but its answer cannot be read");
        else
            return fail(std::move(error));
    }
    Budget budget;
    const Scope scope{&*root, nullptr, &*root, &variables.function(), &response, &budget};
    if (plan->until && !evaluate(*plan->until, scope).truthy()) {
        Error pending{Errc::Pending, "not ready yet", response.status, plan->every, {}};
        return fail(std::move(pending));
    }
    keepOutputs(*plan, *root, response, variables.function(), progress.outputs);
    setOutputs(progress.outputs, variables);
    if (plan->eachMedia)
        ++progress.media;
    else
        ++progress.step;
    auto ahead = progress;
    if (current(*operation, job, variables, ahead) != nullptr)
        return PublishOutcome(ahead.text());
    auto done = finished(*operation, job, scope);
    if (std::get<PublishDone>(done).nativeId.empty() && !std::get<PublishDone>(done).held)
        return fail(Errc::UnknownOutcome, "the network took it, but names no id");
    return done;
}

Result<net::Request> readBackRequest(const Recipe &recipe, const Context &context, const PublishJob &job)
{
    CallVariables variables(context);
    const auto *operation = operationOf(recipe, "read_back", variables);
    if (operation == nullptr || !operation->request || !creates(job.outbound.kind))
        return fail(Errc::Unsupported);
    setJob(job, outgoingText(recipe, context, job), variables);
    Scope scope;
    scope.variables = &variables.function();
    return buildRequest(recipe, *operation->request, context, variables);
}

Result<std::optional<OwnPost>> readBack(const Recipe &recipe, const Context &context, const PublishJob &job, const net::Response &response)
{
    CallVariables variables(context);
    const auto *operation = operationOf(recipe, "read_back", variables);
    if (operation == nullptr || !operation->request)
        return fail(Errc::Unsupported);
    setJob(job, outgoingText(recipe, context, job), variables);
    auto root = readAnswer({recipe, operation}, *operation->request, context, variables, response);
    if (!root && (root.error().code == Errc::NotFound || root.error().code == Errc::Gone))
        return std::optional<OwnPost>();
    VIGIE_CHECK(root);
    VIGIE_TRY(const auto mapped, mapEntries(recipe, *operation, variables, *root, response));
    if (mapped.items.empty())
        return std::optional<OwnPost>();
    const auto &item = mapped.items.front();
    const auto *parent = item.ref(Relation::ReplyTo);
    return std::optional(OwnPost{item.nativeId, item.permalink, item.text, parent != nullptr ? parent->targetNative : std::string(), item.publishedAt,
                                 static_cast<int>(item.media.size()), item.state == ItemState::Held});
}

} // namespace vigie::connect::recipe
