// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/ranking.hpp"

#include <QStringList>

namespace vigie::ui {

QString foldForPalette(const QString &text)
{
    QString folded;
    for (const QChar c : text.normalized(QString::NormalizationForm_D))
        if (c.category() != QChar::Mark_NonSpacing)
            folded += c.isLetterOrNumber() ? c.toCaseFolded() : QLatin1Char(' ');
    return folded.simplified();
}

std::optional<int> paletteRank(const QString &typed, const QString &name)
{
    const auto needle = foldForPalette(typed), hay = foldForPalette(name);
    if (needle.isEmpty() || hay.startsWith(needle))
        return 0;
    const auto words = hay.split(QLatin1Char(' '));
    qsizetype at = 0;
    bool wordStarts = true;
    for (const auto &piece : needle.split(QLatin1Char(' '))) {
        while (at < words.size() && !words[at].startsWith(piece))
            ++at;
        if (at == words.size()) {
            wordStarts = false;
            break;
        }
        ++at;
    }
    if (wordStarts)
        return 1;
    if (hay.contains(needle))
        return 2;
    qsizetype found = 0;
    for (const QChar c : hay)
        if (found < needle.size() && c == needle[found])
            ++found;
    if (found == needle.size() && needle.size() >= 2)
        return 3;
    return std::nullopt;
}

} // namespace vigie::ui
