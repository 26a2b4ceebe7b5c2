// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/text_block.hpp"

#include "ui/bridge/text.hpp"

#include <QDesktopServices>
#include <QEvent>
#include <QTextCursor>
#include <QTextDocument>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace vigie::ui {

TextBlock::TextBlock(QWidget *parent) : QTextBrowser(parent)
{
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setUndoRedoEnabled(false);
    setFrameShape(QFrame::NoFrame);
    setStyleSheet(QStringLiteral("QTextBrowser { border: 0; padding: 0; background: transparent; }"));
    document()->setDocumentMargin(0);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextInteractionFlags(Qt::TextBrowserInteraction | Qt::TextSelectableByKeyboard);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl &url) { Q_EMIT linkPressed(url.toString()); });
}

void TextBlock::showReading(const Reading &reading)
{
    const auto &theme = Theme::of(this);
    const auto &colors = theme.colors();
    auto font = theme.font(TextSize::Body);
    font.setPixelSize(theme.scaled(14));
    document()->setDefaultFont(font);
    setPlainText(reading.text);
    QTextCursor cursor(document());
    QTextBlockFormat lines;
    lines.setLineHeight(130, QTextBlockFormat::ProportionalHeight);
    cursor.select(QTextCursor::Document);
    cursor.mergeBlockFormat(lines);
    QTextCharFormat plain;
    plain.setForeground(colors.fg);
    cursor.mergeCharFormat(plain);
    const auto apply = [&](const card::Mark &at, const QTextCharFormat &format) {
        const int size = document()->characterCount() - 1;
        cursor.setPosition(std::min(at.begin, size));
        cursor.setPosition(std::min(at.begin + at.length, size), QTextCursor::KeepAnchor);
        cursor.mergeCharFormat(format);
    };
    for (const auto &link : reading.links) {
        QTextCharFormat format;
        format.setAnchor(true);
        format.setAnchorHref(link.target);
        format.setForeground(colors.accent);
        apply(link.at, format);
    }
    for (const auto &mark : reading.marks) {
        QTextCharFormat format;
        format.setBackground(colors.mark);
        format.setForeground(colors.fg);
        apply(mark, format);
    }
    for (const auto &word : reading.toneWords) {
        QTextCharFormat format;
        format.setUnderlineStyle(word.weight < 0 ? QTextCharFormat::SingleUnderline : QTextCharFormat::DashUnderline);
        format.setUnderlineColor(word.weight < 0 ? colors.neg : colors.pos);
        apply(word.at, format);
    }
    fit();
}

void TextBlock::showPlain(const QString &text)
{
    document()->setDefaultFont(Theme::of(this).font(TextSize::Body));
    setPlainText(text);
    fit();
}

void TextBlock::showDifference(const std::vector<text::DifferencePiece> &pieces)
{
    const auto &theme = Theme::of(this);
    const auto &colors = theme.colors();
    document()->setDefaultFont(theme.font(TextSize::Body));
    clear();
    QTextCursor cursor(document());
    QStringList spoken;
    for (const auto &piece : pieces) {
        const auto text = qs(piece.text);
        QTextCharFormat format;
        format.setForeground(colors.fg);
        if (piece.kind == text::DifferencePiece::Kind::Same) {
            cursor.insertText(text, format);
            continue;
        }
        const bool removed = piece.kind == text::DifferencePiece::Kind::Removed;
        format.setForeground(removed ? colors.neg : colors.pos);
        format.setFontStrikeOut(removed);
        format.setFontUnderline(!removed);
        QTextCharFormat sign;
        sign.setForeground(format.foreground());
        cursor.insertText(removed ? QStringLiteral("[\u2212") : QStringLiteral("[+"), sign);
        cursor.insertText(text, format);
        cursor.insertText(QStringLiteral("]"), sign);
        if (!text.trimmed().isEmpty())
            spoken << (removed ? tr("removed: %1") : tr("added: %1")).arg(text.trimmed());
    }
    setAccessibleDescription(spoken.isEmpty() ? tr("The words did not change.") : spoken.join(QStringLiteral("; ")));
    fit();
}

void TextBlock::fit()
{
    document()->setTextWidth(std::max(60, viewport()->width()));
    setFixedHeight(static_cast<int>(std::ceil(document()->size().height())) + 4);
}

QSize TextBlock::sizeHint() const
{
    return {240, static_cast<int>(std::ceil(document()->size().height())) + 4};
}

QSize TextBlock::minimumSizeHint() const
{
    return {80, 20};
}

QVariant TextBlock::loadResource(int /*type*/, const QUrl & /*name*/)
{
    return {}; // a text from outside fetches nothing
}

void TextBlock::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // the pane scrolls
}

void TextBlock::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    fit();
}

void TextBlock::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fit();
}

bool openPage(const QString &address)
{
    const QUrl url(address, QUrl::StrictMode);
    if (!url.isValid() || (url.scheme() != QLatin1String("http") && url.scheme() != QLatin1String("https")) || url.host().isEmpty())
        return false;
    return QDesktopServices::openUrl(url);
}

} // namespace vigie::ui
