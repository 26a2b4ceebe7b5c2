// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures and films of a post, against what each network shows.
#include "plan/preflight.hpp"

#include <vigie/base/ascii.hpp>
#include <vigie/connect/media_rules.hpp>
#include <vigie/plan/rendition.hpp>
#include <vigie/store/assets.hpp>
#include <vigie/text/length.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace vigie::plan {

namespace {

using What = Finding::What;

constexpr int kHundredths = 100;

MediaFacts factsOf(const Asset &asset)
{
    MediaFacts facts;
    facts.mime = asset.mime;
    facts.bytes = asset.bytes;
    facts.width = asset.width;
    facts.height = asset.height;
    facts.durationMs = asset.durationMs;
    facts.frames = asset.frames;
    facts.hasPlace = asset.hasPlace;
    return facts;
}

int kilobytes(std::int64_t bytes)
{
    return static_cast<int>(std::min<std::int64_t>(bytes / 1000, 2'000'000'000));
}

void checkShape(const MediaFacts &facts, const connect::MediaRules &rules, const Finding &about, std::vector<Finding> &findings)
{
    const auto add = [&](What what, int used, int limit) {
        auto finding = about;
        finding.what = what;
        finding.used = used;
        finding.limit = limit;
        findings.push_back(std::move(finding));
    };
    if (facts.width > 0 && facts.height > 0) {
        const double ratio = static_cast<double>(facts.width) / facts.height;
        constexpr double kSlack = 0.005; // a pixel more or less is not a shape
        if (rules.narrowest > 0 && ratio < rules.narrowest - kSlack)
            add(What::MediaShape, static_cast<int>(std::lround(ratio * kHundredths)), static_cast<int>(std::lround(rules.narrowest * kHundredths)));
        if (rules.widest > 0 && ratio > rules.widest + kSlack)
            add(What::MediaShape, static_cast<int>(std::lround(ratio * kHundredths)), static_cast<int>(std::lround(rules.widest * kHundredths)));
        if (rules.minWidth > 0 && facts.width < rules.minWidth)
            add(What::MediaTooSmall, facts.width, rules.minWidth);
    }
    if (facts.isFilm() && rules.filmSeconds > 0 && facts.durationMs > rules.filmSeconds * 1000)
        add(What::MediaDuration, facts.durationMs / 1000, rules.filmSeconds);
}

void checkFits(const LookedAt &one, const MediaFacts &facts, const connect::MediaRules &rules, const Finding &about, std::vector<Finding> &findings)
{
    const auto plan = renditionPlan(facts, rules, one.asset && one.asset->keepPlace);
    auto finding = about;
    if (plan.answer == RenditionPlan::Answer::Adapted && (plan.smaller || plan.converted)) {
        finding.what = What::MediaAdapted;
        finding.blocking = false;
        findings.push_back(std::move(finding));
        return;
    }
    if (plan.answer != RenditionPlan::Answer::Refused)
        return;
    const bool taken = rules.kinds.empty() || std::find(rules.kinds.begin(), rules.kinds.end(), facts.mime) != rules.kinds.end();
    const auto limit = facts.isFilm() ? rules.filmBytes : facts.frames > 1 ? rules.animationBytes : rules.pictureBytes;
    if (!taken) {
        finding.what = What::MediaKind;
        finding.detail = facts.mime;
    } else {
        finding.what = What::MediaTooLarge;
        finding.used = kilobytes(facts.bytes);
        finding.limit = kilobytes(limit);
    }
    findings.push_back(std::move(finding));
}

void checkWords(const LookedAt &one, const connect::MediaRules &rules, const MediaQuestion &question, const Finding &about, std::vector<Finding> &findings)
{
    auto finding = about;
    const bool film = one.media.mime.starts_with("video/") || one.media.mime.starts_with("audio/");
    if (trimmed(one.media.alt).empty()) {
        if (one.asset && one.asset->noWords)
            return;
        finding.what = What::AltMissing;
        finding.blocking = question.rules.altRequired && !(film && !rules.altOfFilms);
        findings.push_back(std::move(finding));
        return;
    }
    const int letters = text::graphemes(one.media.alt);
    if (rules.altCharacters > 0 && letters > rules.altCharacters) {
        finding.what = What::AltTooLong;
        finding.used = letters;
        finding.limit = rules.altCharacters;
        findings.push_back(std::move(finding));
    }
}

/// The right to use a file ends with its last day, where the post is said.
bool expiredBy(const Asset &asset, const PlanItem &plan)
{
    if (asset.expiresOn.empty() || !plan.wall)
        return false;
    char day[16];
    std::snprintf(day, sizeof day, "%04d-%02d-%02d", plan.wall->year, plan.wall->month, plan.wall->day);
    return std::string(day) > asset.expiresOn;
}

void checkNumber(const std::vector<LookedAt> &media, const connect::MediaRules &rules, const Account &account, std::vector<Finding> &findings)
{
    int pictures = 0, films = 0;
    for (const auto &one : media)
        ++(one.media.mime.starts_with("video/") || one.media.mime.starts_with("audio/") ? films : pictures);
    const int all = pictures + films;
    if (all > rules.maxPictures)
        findings.push_back({What::TooManyMedia, true, account.id, all, rules.maxPictures, {}});
    else if (films > rules.maxFilms && rules.films)
        findings.push_back({What::TooManyMedia, true, account.id, films, rules.maxFilms, {}});
    if (pictures > 0 && films > 0 && !rules.mixed && rules.films)
        findings.push_back({What::MediaMixed, true, account.id, pictures, films, {}});
}

} // namespace

Result<std::vector<LookedAt>> lookAtMedia(store::Tx &tx, const PlanItem &plan)
{
    VIGIE_TRY(const auto assets, store::Assets(tx).of(plan.media));
    std::vector<LookedAt> looked;
    for (const auto &media : plan.media) {
        LookedAt one{media, std::nullopt, fail(Errc::NotFound)};
        const auto asset = std::find_if(assets.begin(), assets.end(), [&](const Asset &candidate) { return candidate.id == media.asset; });
        std::FILE *file = std::fopen(media.path.c_str(), "rbe");
        const bool readable = file != nullptr;
        if (readable)
            std::fclose(file);
        if (asset != assets.end()) {
            one.asset = *asset;
            one.facts = readable ? Result<MediaFacts>(factsOf(*asset)) : Result<MediaFacts>(fail(Errc::NotFound));
        } else if (readable) {
            one.facts = mediaFacts(media.path);
        }
        looked.push_back(std::move(one));
    }
    return looked;
}

std::vector<Finding> checkMedia(const std::vector<LookedAt> &media, const MediaQuestion &question)
{
    std::vector<Finding> findings;
    const auto &account = question.account;
    const auto rules = connect::mediaRules(account);
    checkNumber(media, rules, account, findings);
    for (const auto &one : media) {
        const Finding about{What::MediaMissing, true, account.id, 0, 0, one.asset ? one.asset->name : one.media.path};
        if (!one.facts && one.facts.error().code == Errc::NotFound) {
            findings.push_back(about);
            continue;
        }
        if (one.facts) {
            checkFits(one, *one.facts, rules, about, findings);
            checkShape(*one.facts, rules, about, findings);
        } else {
            findings.push_back({What::MediaKind, true, account.id, 0, 0, one.media.mime});
        }
        checkWords(one, rules, question, about, findings);
        if (one.asset && expiredBy(*one.asset, question.plan)) {
            auto finding = about;
            finding.what = What::MediaExpired;
            findings.push_back(std::move(finding));
        }
    }
    if (!media.empty() && rules.publicAddress && account.capabilities.why(Capability::Images) == CapabilityReason::PublicMediaUrlNeeded)
        findings.push_back({What::PublicPlaceNeeded, true, account.id, 0, 0, {}});
    return findings;
}

} // namespace vigie::plan
