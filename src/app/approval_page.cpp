// SPDX-License-Identifier: GPL-3.0-or-later
// The page itself. What the post says is text in it and nothing else: escaped, never markup, never a link of ours.
#include "app/approval_page.hpp"

#include <vigie/base/html.hpp>
#include <vigie/net/oauth.hpp>
#include <vigie/net/signing.hpp>
#include <vigie/net/url.hpp>
#include <vigie/plan/planner.hpp>
#include <vigie/plan/post_version.hpp>
#include <vigie/store/members.hpp>

#include <vigie_embedded/approval_files.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace vigie::app {

namespace {

constexpr std::uintmax_t kMostPicture = 3U << 20, kMostPictures = 12U << 20; ///< bytes in one page
constexpr const char *kStyle =
    "body{font:16px/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#1b1f24;background:#fff}"
    "h1{font-size:1.4rem}h2{font-size:1rem;margin:1.5rem 0 .5rem}.post{white-space:pre-wrap;overflow-wrap:anywhere;border:1px solid #d0d7de;border-radius:8px;padding:1rem;margin:.5rem 0}"
    ".quiet{color:#57606a;font-size:.9rem}img{max-width:100%;border-radius:8px}a.b{display:inline-block;padding:.6rem 1.2rem;border-radius:8px;border:1px solid #57606a;"
    "color:inherit;text-decoration:none;margin:.5rem .5rem .5rem 0}a.yes{background:#1a7f37;border-color:#1a7f37;color:#fff}code{overflow-wrap:anywhere}"
    "@media(prefers-color-scheme:dark){body{background:#0d1117;color:#e6edf3}.post{border-color:#30363d}.quiet{color:#9198a1}}";

std::string filled(std::string text, const std::string &with)
{
    const auto at = text.find("{}");
    return at == std::string::npos ? text : text.replace(at, 2, with);
}

std::string mailLink(const std::string &to, const std::string &subject, const std::string &body)
{
    return "mailto:" + net::encodeComponent(to) + "?subject=" + net::encodeComponent(subject) + "&body=" + net::encodeComponent(body);
}

std::string base64(std::string_view bytes)
{
    auto out = net::base64Url(bytes);
    std::replace(out.begin(), out.end(), '-', '+');
    std::replace(out.begin(), out.end(), '_', '/');
    out.resize((out.size() + 3) / 4 * 4, '=');
    return out;
}

/// The picture itself where it is one and small enough, so that the page needs nothing from anywhere.
std::string pictureOf(const OutboundMedia &media, std::uintmax_t &room)
{
    std::error_code error;
    const auto size = std::filesystem::file_size(media.path, error);
    const bool picture = media.mime == "image/png" || media.mime == "image/jpeg" || media.mime == "image/webp" || media.mime == "image/gif";
    if (error || !picture || size > kMostPicture || size > room)
        return {};
    std::ifstream file(media.path, std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(file), {});
    if (bytes.size() != size)
        return {};
    room -= size;
    return "<img alt=\"" + escapeHtml(media.alt) + "\" src=\"data:" + media.mime + ";base64," + base64(bytes) + "\">";
}

void addFiles(std::string &html, const PlanItem &plan, const ApprovalWordList &words)
{
    if (plan.media.empty())
        return;
    html += "<h2>" + escapeHtml(words.at("files")) + "</h2>";
    auto room = kMostPictures;
    for (const auto &media : plan.media) {
        const auto picture = pictureOf(media, room);
        const auto name = std::filesystem::path(media.path).filename().string();
        html += "<p>" + (picture.empty() ? escapeHtml(name) + " <span class=\"quiet\">(" + escapeHtml(words.at("not_shown")) + ")</span>" : picture);
        html += "<br><span class=\"quiet\">" + escapeHtml(words.at("alt")) + ": " + escapeHtml(media.alt.empty() ? words.at("no_alt") : media.alt) + "</span></p>";
    }
}

void addWords(std::string &html, const PlanItem &plan, const std::map<std::int64_t, std::string> &accounts, const ApprovalWordList &words)
{
    std::vector<std::pair<std::string, std::string>> said; // words, where
    for (const auto &variant : plan.variants) {
        const auto &text = plan::wordsOf(plan, variant);
        const auto name = accounts.count(variant.account.value) != 0 ? accounts.at(variant.account.value) : std::to_string(variant.account.value);
        const auto same = std::find_if(said.begin(), said.end(), [&](const auto &one) { return one.first == text; });
        if (same == said.end())
            said.emplace_back(text, name);
        else
            same->second += ", " + name;
    }
    for (const auto &[text, where] : said) {
        html += "<h2>" + escapeHtml(words.at("where")) + " " + escapeHtml(where) + "</h2>";
        const auto parts = plan::threadParts(text);
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (parts.size() > 1)
                html += "<p class=\"quiet\">" + escapeHtml(filled(words.at("part"), std::to_string(i + 1))) + "</p>";
            html += "<div class=\"post\">" + escapeHtml(parts[i]) + "</div>";
        }
    }
    if (!plan.firstComment.empty())
        html += "<h2>" + escapeHtml(words.at("comment")) + "</h2><div class=\"post\">" + escapeHtml(plan.firstComment) + "</div>";
}

std::string hourOf(const PlanItem &plan, const ApprovalWordList &words)
{
    if (!plan.wall)
        return words.at("no_hour");
    auto wall = toString(*plan.wall);
    if (const auto at = wall.find('T'); at != std::string::npos)
        wall[at] = ' ';
    return words.at("hour") + " " + wall + " (" + plan.zone + ")";
}

std::string visibleOf(const PlanItem &plan, const ApprovalWordList &words)
{
    switch (plan.visibility) {
    case Visibility::Unlisted: return words.at("unlisted");
    case Visibility::Followers: return words.at("followers");
    case Visibility::Direct: return words.at("direct");
    case Visibility::Public: case Visibility::Unknown: break;
    }
    return words.at("public");
}

} // namespace

ApprovalWordList approvalWords(const std::string &lang)
{
    static const auto all = nlohmann::json::parse(embedded::approval_files.front().data);
    return all.at(lang == "fr" ? "fr" : "en").get<ApprovalWordList>();
}

std::string approvalPayload(const ApprovalRequest &request)
{
    return "vigie-approval-1\n" + std::to_string(request.plan.value) + "\n" + std::to_string(request.version) + "\n" + request.hash + "\n" + request.code;
}

std::string approvalHour(const PlanItem &plan, const std::string &lang)
{
    return hourOf(plan, approvalWords(lang));
}

std::string approvalHtml(const ApprovalPageParts &parts)
{
    const auto words = approvalWords(parts.lang);
    const auto &request = parts.request;
    std::string html = "<!doctype html>\n<html lang=\"" + std::string(parts.lang == "fr" ? "fr" : "en") + "\"><head><meta charset=\"utf-8\">"
                       "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">"
                       "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\">"
                       "<title>" + escapeHtml(words.at("title")) + "</title><style>" + kStyle + "</style></head><body><h1>" + escapeHtml(words.at("title")) + "</h1>";
    html += "<p>" + escapeHtml(filled(words.at("lead"), request.asker)) + "</p><p class=\"quiet\">" + escapeHtml(hourOf(parts.plan, words)) + "<br>"
            + escapeHtml(words.at("visible")) + ": " + escapeHtml(visibleOf(parts.plan, words)) + "</p>";
    if (!parts.plan.warning.empty())
        html += "<p>" + escapeHtml(words.at("warning")) + ": " + escapeHtml(parts.plan.warning) + "</p>";
    addWords(html, parts.plan, parts.accounts, words);
    addFiles(html, parts.plan, words);
    const auto yes = kApprovalYes + (" " + request.code), no = kApprovalNo + (" " + request.code);
    html += "<p><a class=\"b yes\" href=\"" + escapeHtml(mailLink(parts.replyTo, parts.subject, yes + "\n")) + "\">" + escapeHtml(words.at("yes")) + "</a><a class=\"b\" href=\""
            + escapeHtml(mailLink(parts.replyTo, parts.subject, no + "\n" + words.at("why"))) + "\">" + escapeHtml(words.at("no")) + "</a></p>";
    html += "<p>" + escapeHtml(words.at("how")) + "</p><p><code>" + escapeHtml(yes) + "</code><br><code>" + escapeHtml(no) + "</code></p>";
    html += "<p class=\"quiet\">" + escapeHtml(filled(filled(words.at("version"), std::to_string(request.version)), std::to_string(request.plan.value))) + ". "
            + escapeHtml(words.at("code")) + ": <code>" + escapeHtml(request.code) + "</code><br>"
            + escapeHtml(filled(words.at("signed"), net::keyFingerprint(parts.publicKey))) + "</p>";
    return html;
}

} // namespace vigie::app
