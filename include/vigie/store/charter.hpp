// SPDX-License-Identifier: GPL-3.0-or-later
// Versions of the charter, and the log of what was moderated by them.
// Thread: inside a store job; writes here are Durability::Full. Errors: Storage..., NotFound.
#pragma once

#include <vigie/model/charter.hpp>
#include <vigie/model/moderation.hpp>
#include <vigie/store/store.hpp>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace vigie::store {

class CharterVersions {
public:
    explicit CharterVersions(Tx &tx) : tx_(tx) {}
    /// None: no version was written down yet.
    Result<std::optional<CharterVersion>> latest();
    Result<CharterVersion> get(int version);
    /// Newest first, without their documents.
    Result<std::vector<CharterVersion>> all();
    /// The number it gets.
    Result<int> add(const std::string &document, const std::string &author, const std::string &note);

private:
    Tx &tx_;
};

struct ModerationFilter {
    std::optional<Instant> from, to;     ///< [from, to)
    int article = 0;                     ///< 0: all
    std::optional<OutboundKind> act;
    std::string person;                  ///< empty: all
    std::int64_t before = 0;             ///< a page: only older lines; 0: from the newest
    int limit = 200;
};

/// How often an article was applied.
struct ArticleFigure {
    int article = 0;
    OutboundKind act = OutboundKind::HideReply;
    int times = 0;
    int takenBack = 0;                   ///< of them, at the network or before they left
    int failed = 0;
    int withEvidence = 0;
};

class ModerationLog {
public:
    explicit ModerationLog(Tx &tx) : tx_(tx) {}
    Result<std::int64_t> add(const ModerationLine &line);
    Result<ModerationLine> get(std::int64_t id);
    /// Newest first.
    Result<std::vector<ModerationLine>> list(const ModerationFilter &filter);
    /// It is taken back by this intent; an intent that was cancelled or failed may be followed by another.
    Result<void> takenBack(std::int64_t id, OutboundId by, const std::string &person);
    /// The newest line about the mention (or its author) that an act of the kind `back` would take back.
    Result<std::optional<std::int64_t>> standing(ItemId item, OutboundKind back);
    /// By article, then by act; of [from, to).
    Result<std::vector<ArticleFigure>> figures(std::optional<Instant> from, std::optional<Instant> to);
    /// Articles, the one applied last first.
    Result<std::vector<int>> lastArticles();
    Result<std::vector<std::string>> persons();

private:
    Tx &tx_;
};

} // namespace vigie::store
