// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/campaign_page.hpp"

#include "ui/bridge/text.hpp"
#include "ui/calendar/campaign_results_pane.hpp"
#include "ui/calendar/campaign_words.hpp"
#include "ui/calendar/post.hpp"

#include <vigie/base/civil_day.hpp>
#include <vigie/plan/campaigns.hpp>

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>

namespace vigie::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CampaignPage)
};

constexpr int kDpi = 144, kMarginMm = 14;
constexpr double kTitle = 20, kHead = 11, kBody = 9, kSmall = 8; ///< points
const QColor kInk(0x1B, 0x25, 0x2E), kQuiet(0x5C, 0x68, 0x74), kLine(0xD5, 0xDB, 0xE1), kAccent(0x0B, 0x6E, 0x8A), kHole(0xF6, 0xE3, 0xE1);
const QColor kPhaseColors[] = {QColor(0xCF, 0xE3, 0xEA), QColor(0xE3, 0xE0, 0xEF), QColor(0xF1, 0xE6, 0xCF), QColor(0xDF, 0xE6, 0xDC)};

/// Writes downwards over the whole width, or a part of it.
class Pen {
public:
    Pen(QPainter &painter, const QRectF &page) : painter_(painter), page_(page), y_(page.top()) {}

    void font(double points, bool strong = false, const QColor &color = kInk)
    {
        QFont font(painter_.font());
        font.setPointSizeF(points);
        font.setBold(strong);
        painter_.setFont(font);
        painter_.setPen(color);
    }
    /// The height it took; nothing is drawn when there is no room for it.
    double text(const QString &words, double left, double width, int mostLines = 100)
    {
        const QFontMetricsF metrics(painter_.font(), painter_.device());
        const QRectF wanted = metrics.boundingRect(QRectF(0, 0, width, 1e6), Qt::TextWordWrap, words);
        const double height = std::min(wanted.height(), metrics.lineSpacing() * mostLines);
        painter_.save();
        painter_.setClipRect(QRectF(page_.left() + left, y_, width, height));
        painter_.drawText(QRectF(page_.left() + left, y_, width, wanted.height() + 1), Qt::TextWordWrap, words);
        painter_.restore();
        return height;
    }
    void paragraph(const QString &label, const QString &words, int mostLines)
    {
        if (words.trimmed().isEmpty())
            return;
        font(kSmall, false, kQuiet);
        const double side = page_.width() * 0.17;
        text(label, 0, side - 8);
        font(kBody);
        down(text(words.trimmed(), side, page_.width() - side, mostLines) + 10);
    }
    void down(double by) { y_ += by; }
    void rule()
    {
        painter_.fillRect(QRectF(page_.left(), y_, page_.width(), 1), kLine);
        down(16);
    }
    [[nodiscard]] double y() const { return y_; }
    [[nodiscard]] double left() const { return page_.bottom() - y_; }
    [[nodiscard]] const QRectF &page() const { return page_; }
    [[nodiscard]] QPainter &painter() { return painter_; }
    [[nodiscard]] double line() const { return QFontMetricsF(painter_.font(), painter_.device()).lineSpacing(); }

private:
    QPainter &painter_;
    QRectF page_;
    double y_;
};

QString dayOf(const CampaignPage &page, int offset)
{
    if (!page.campaign.day)
        return Words::tr("D%1", "day of a campaign: D-30").arg(offset == 0 ? QString() : QString::asprintf("%+d", offset));
    return QLocale().toString(QDate(1970, 1, 1).addDays(*page.campaign.day + offset), Words::tr("d MMM", "date format"));
}

void head(Pen &pen, const CampaignPage &page)
{
    const auto &campaign = page.campaign;
    pen.font(kTitle, true);
    pen.down(pen.text(qs(campaign.name), 0, pen.page().width(), 2) + 6);
    QStringList facts{page.workspace};
    if (campaign.day)
        facts.append(Words::tr("day D: %1", "of a campaign").arg(QLocale().toString(QDate(1970, 1, 1).addDays(*campaign.day), QLocale::LongFormat)));
    if (!campaign.owner.empty())
        facts.append(qs(campaign.owner));
    if (campaign.reachTarget && page.result.all.posts == 0)
        facts.append(Words::tr("%1 people to reach").arg(format::number(static_cast<double>(*campaign.reachTarget))));
    if (campaign.embargo)
        facts.append(Words::tr("embargo until %1").arg(format::dateTime(*campaign.embargo, utf8(page.zone))));
    pen.font(kBody, false, kQuiet);
    pen.down(pen.text(facts.join(QStringLiteral("  \u00B7  ")), 0, pen.page().width(), 2) + 14);
    pen.rule();
    pen.paragraph(Words::tr("Budget"), calendar::spentWords(page.result), 2);
    pen.paragraph(Words::tr("Reach"), page.result.all.posts > 0 ? calendar::reachWords(page.result) : QString(), 2);
    pen.paragraph(Words::tr("Objective"), qs(campaign.objective), 3);
    pen.paragraph(Words::tr("Audience"), qs(campaign.audience), 3);
    pen.paragraph(Words::tr("Key messages"), qs(campaign.messages), 6);
}

/// Phases on a line of days, with a mark for each post.
void timeline(Pen &pen, const CampaignPage &page)
{
    const auto &phases = page.campaign.phases;
    if (phases.empty())
        return;
    int from = phases.front().fromDay, to = phases.front().toDay;
    for (const auto &phase : phases) {
        from = std::min(from, phase.fromDay);
        to = std::max(to, phase.toDay);
    }
    const auto &area = pen.page();
    const double scale = area.width() / (to - from + 1), bar = 36;
    double written = area.left(); // how far the days below have come: two that are close share one place
    pen.down(12);
    pen.font(kSmall, true);
    for (std::size_t i = 0; i < phases.size(); ++i) {
        const QRectF box(area.left() + (phases[i].fromDay - from) * scale, pen.y(), (phases[i].toDay - phases[i].fromDay + 1) * scale - 2, bar);
        pen.painter().fillRect(box, kPhaseColors[i % std::size(kPhaseColors)]);
        pen.font(kSmall, true);
        const auto name = QFontMetricsF(pen.painter().font(), pen.painter().device()).elidedText(qs(phases[i].name), Qt::ElideRight, box.width() - 6);
        pen.painter().drawText(box.adjusted(4, 0, -2, 0), Qt::AlignVCenter, name);
        pen.font(kSmall, false, kQuiet);
        const auto day = dayOf(page, phases[i].fromDay);
        const double width = QFontMetricsF(pen.painter().font(), pen.painter().device()).horizontalAdvance(day);
        if (box.left() < written)
            continue;
        pen.painter().drawText(QRectF(box.left() + 1, box.bottom() + 14, width + 2, pen.line()), Qt::AlignLeft, day);
        written = box.left() + width + 8;
    }
    pen.painter().setRenderHint(QPainter::Antialiasing);
    pen.painter().setPen(Qt::NoPen);
    pen.painter().setBrush(kAccent);
    for (const auto &post : page.posts)
        if (post.wall && page.campaign.day) {
            const int offset = civilDay(*post.wall) - *page.campaign.day;
            if (offset >= from && offset <= to)
                pen.painter().drawEllipse(QPointF(area.left() + (offset - from + 0.5) * scale, pen.y() + bar + 6), 3.2, 3.2);
        }
    if (from <= 0 && to >= 0)
        pen.painter().fillRect(QRectF(area.left() + (0 - from + 0.5) * scale, pen.y() - 3, 1.5, bar + 12), kAccent);
    pen.down(bar + 16 + pen.line() + 22);
}

void coverageTable(Pen &pen, const CampaignPage &page)
{
    const auto table = plan::coverage(page.campaign, page.posts);
    if (table.phases.empty() || table.channels.empty())
        return;
    const double first = pen.page().width() * 0.24, width = (pen.page().width() - first) / static_cast<double>(table.channels.size());
    pen.font(kSmall, true, kQuiet);
    double most = 0;
    for (std::size_t column = 0; column < table.channels.size(); ++column)
        most = std::max(most, pen.text(page.accountName(table.channels[column]), first + static_cast<double>(column) * width + 4, width - 6, 2));
    pen.down(most + 6);
    for (std::size_t row = 0; row < table.phases.size(); ++row) {
        pen.font(kBody, true);
        const double height = pen.line() + 16;
        pen.painter().fillRect(QRectF(pen.page().left(), pen.y(), pen.page().width(), 1), kLine);
        pen.down(8);
        const auto &phase = table.phases[row];
        pen.text(phase.id ? qs(phase.name) : Words::tr("in no phase"), 0, first - 6, 1);
        pen.font(kBody);
        for (std::size_t column = 0; column < table.channels.size(); ++column) {
            const bool hole = phase.id && table.cells[row][column].sum() == 0 && column < page.campaign.channels.size();
            const double left = first + static_cast<double>(column) * width;
            if (hole)
                pen.painter().fillRect(QRectF(pen.page().left() + left, pen.y() - 7, width - 3, height - 1), kHole);
            pen.font(kBody, hole, hole ? QColor(0xB9, 0x3A, 0x32) : kInk);
            const bool told = row < page.result.cells.size() && column < page.result.cells[row].size();
            const auto reached = told ? calendar::reachedWords(page.result.cells[row][column]) : QString();
            const auto words = calendar::cellWords(table.cells[row][column]);
            pen.text(reached.isEmpty() ? words : words + QStringLiteral(", ") + reached, left + 4, width - 8, 1);
        }
        pen.down(height - 8);
    }
    pen.down(24);
}

void posts(Pen &pen, const CampaignPage &page)
{
    pen.font(kHead, true);
    pen.down(pen.text(Words::tr("Posts"), 0, pen.page().width(), 1) + 8);
    pen.font(kBody);
    const double line = pen.line() + 6, side = pen.page().width() * 0.24, end = pen.page().width() * 0.18;
    std::size_t shown = 0;
    for (; shown < page.posts.size() && pen.left() > line * (shown + 1 < page.posts.size() ? 2 : 1); ++shown) {
        const auto &post = page.posts[shown];
        pen.font(kBody, false, kQuiet);
        pen.text(post.wall ? format::dateTime(post.due, utf8(page.zone)) : Words::tr("no day yet"), 0, side - 6, 1);
        pen.font(kBody);
        const auto title = QFontMetricsF(pen.painter().font(), pen.painter().device()).elidedText(qs(post.text).section(QLatin1Char('\n'), 0, 0), Qt::ElideRight, pen.page().width() - side - end - 6);
        pen.text(title, side, pen.page().width() - side - end, 1);
        pen.font(kSmall, false, kQuiet);
        pen.text(calendar::stateWord(calendar::stateOf(post)), pen.page().width() - end, end, 1);
        pen.down(line);
    }
    if (shown < page.posts.size()) {
        pen.font(kSmall, false, kQuiet);
        pen.text(Words::tr("and %n more", "posts", static_cast<int>(page.posts.size() - shown)), 0, pen.page().width(), 1);
    }
}

} // namespace

bool writeCampaignPage(const QString &file, const CampaignPage &page)
{
    QPdfWriter writer(file);
    writer.setTitle(qs(page.campaign.name));
    writer.setResolution(kDpi);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(kMarginMm, kMarginMm, kMarginMm, kMarginMm), QPageLayout::Millimeter);
    QPainter painter;
    if (!painter.begin(&writer))
        return false;
    Pen pen(painter, QRectF(0, 0, writer.width(), writer.height()));
    head(pen, page);
    timeline(pen, page);
    coverageTable(pen, page);
    posts(pen, page);
    return painter.end();
}

} // namespace vigie::ui
