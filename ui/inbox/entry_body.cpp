// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/text.hpp"
#include "ui/inbox/entry_widget.hpp"

#include <QUrl>

#include <algorithm>
#include <cmath>

namespace vigie::ui {

namespace {

constexpr float kTellingShare = 0.35F;

struct Piece {
    std::size_t begin = 0, end = 0;
    QString open, close;
};

bool onBoundary(const std::string &text, std::size_t at)
{
    return at <= text.size() && (at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U);
}

QString escaped(const std::string &text, std::size_t begin, std::size_t end)
{
    return qs(std::string_view(text).substr(begin, end - begin)).toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>"));
}

} // namespace

QString differenceMarkup(const std::vector<text::DifferencePiece> &pieces, const Theme &theme)
{
    const auto &colors = theme.colors();
    QString markup = QStringLiteral("<span style=\"white-space:pre-wrap\">");
    for (const auto &piece : pieces) {
        const auto text = escaped(piece.text, 0, piece.text.size());
        if (piece.kind == text::DifferencePiece::Kind::Same)
            markup += text;
        else if (piece.kind == text::DifferencePiece::Kind::Removed)
            markup += QStringLiteral("<span style=\"color:%1\">[\u2212<s>%2</s>]</span>").arg(colors.neg.name(), text);
        else
            markup += QStringLiteral("<span style=\"color:%1\">[+<u>%2</u>]</span>").arg(colors.pos.name(), text);
    }
    return markup + QStringLiteral("</span>");
}

QString bodyMarkup(const std::string &text, const std::vector<TextSpan> &spans, const std::vector<text::ToneWord> &words, const Theme &theme)
{
    std::vector<Piece> pieces;
    const auto &colors = theme.colors();
    for (const auto &span : spans) {
        const QUrl url(qs(span.target), QUrl::StrictMode);
        const bool web = span.kind == TextSpan::Kind::Link && url.isValid() && (url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http"));
        if (span.kind == TextSpan::Kind::Emoji)
            continue;
        if (web)
            pieces.push_back({span.begin, span.end,
                              QStringLiteral("<a style=\"color:%1\" href=\"%2\">").arg(colors.accent.name(), url.toString(QUrl::FullyEncoded).toHtmlEscaped()),
                              QStringLiteral("</a>")});
        else
            pieces.push_back({span.begin, span.end, QStringLiteral("<span style=\"color:%1\">").arg(colors.accent.name()), QStringLiteral("</span>")});
    }
    float strongest = 0;
    for (const auto &word : words)
        strongest = std::max(strongest, std::abs(word.weight));
    for (const auto &word : words)
        if (word.weight != 0 && word.end > word.begin + 1 && std::abs(word.weight) >= kTellingShare * strongest) // the words that made the tone, not every crumb
            pieces.push_back({word.begin, word.end,
                              QStringLiteral("<span style=\"background-color:%1;color:%2;text-decoration:underline\">")
                                  .arg(word.weight < 0 ? colors.mark.name() : colors.accentBg.name(), colors.fg.name()),
                              QStringLiteral("</span>")});
    std::stable_sort(pieces.begin(), pieces.end(), [](const Piece &a, const Piece &b) { return a.begin < b.begin; });
    QString markup = QStringLiteral("<span style=\"white-space:pre-wrap\">");
    std::size_t at = 0;
    for (const auto &piece : pieces) {
        if (piece.begin < at || piece.end <= piece.begin || piece.end > text.size() || !onBoundary(text, piece.begin) || !onBoundary(text, piece.end))
            continue;
        markup += escaped(text, at, piece.begin) + piece.open + escaped(text, piece.begin, piece.end) + piece.close;
        at = piece.end;
    }
    return markup + escaped(text, at, text.size()) + QStringLiteral("</span>");
}

} // namespace vigie::ui
