// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/export.hpp"

#include "ui/bridge/text.hpp"
#include "ui/dashboard/charts.hpp"
#include "ui/dashboard/indicator_text.hpp"

#include <QCoreApplication>
#include <QDate>
#include <QFileInfo>
#include <QLocale>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>

namespace vigie::ui {

namespace {

const QList<double> kFigureShares{0.25, 0.1, 0.16, 0.22, 0.27};

class Sheet {
    Q_DECLARE_TR_FUNCTIONS(Report)
public:
    Sheet(QPainter &painter, QPdfWriter &writer) : painter_(painter), writer_(writer)
    {
        unit_ = writer.logicalDpiX() / 72.0; // points
        width_ = writer.width();
        height_ = writer.height();
    }

    void draw(const QString &workspace, const insight::DashboardPage &page, const std::vector<ChartCard *> &charts)
    {
        const auto day = [](std::int32_t value) { return QLocale().toString(QDate(1970, 1, 1).addDays(value), QLocale::LongFormat); };
        text(workspace, 18, QFont::Bold);
        text(tr("%1, from %2 to %3 (%4)").arg(page.brandName.empty() ? tr("Everything collected") : qs(page.brandName), day(page.filter.period.fromDay), day(page.filter.period.toDay - 1), qs(page.zone)), 10);
        text(IndicatorText::coverage(page), 9);
        space(10);
        row({tr("Figure"), tr("Value"), tr("Before"), tr("Change"), tr("Stands on")}, QFont::Bold, kFigureShares);
        for (const auto &tile : page.indicators)
            row({IndicatorText::name(tile.key), IndicatorText::value(tile.value, tile.unit), IndicatorText::value(tile.before, tile.unit),
                 IndicatorText::change(tile), IndicatorText::basis(tile)}, QFont::Normal, kFigureShares);
        space(10);
        for (auto *chart : charts) {
            text(chart->title(), 11, QFont::Bold);
            const double tall = 104 * unit_;
            room(tall);
            chart->renderTo(painter_, QRectF(0, y_, width_, tall));
            y_ += tall + 8 * unit_;
        }
        if (!page.panel.empty()) {
            text(tr("Share of voice"), 11, QFont::Bold);
            for (const auto &one : page.panel)
                row({qs(one.name), format::number(static_cast<double>(one.mentions)), format::percent(one.share, 1)});
            space(8);
        }
        if (!page.members.empty()) {
            text(tr("Who speaks most"), 11, QFont::Bold);
            for (const auto &member : page.members)
                row({qs(member.name), QStringLiteral("@") + qs(member.handle), tr("%n mention(s)", "", static_cast<int>(member.mentions))});
            space(8);
        }
        room(40 * unit_); // a heading does not stand alone at the foot of a page
        text(tr("How it is computed"), 11, QFont::Bold);
        for (const auto &tile : page.indicators)
            text(tr("%1: %2").arg(IndicatorText::name(tile.key), IndicatorText::definition(tile.key)), 8);
    }

private:
    void room(double tall)
    {
        if (y_ + tall <= height_)
            return;
        writer_.newPage();
        y_ = 0;
    }
    void space(double points) { y_ += points * unit_; }
    void text(const QString &words, double size, QFont::Weight weight = QFont::Normal)
    {
        QFont font = painter_.font();
        font.setPointSizeF(size);
        font.setWeight(weight);
        painter_.setFont(font);
        QRectF box = painter_.boundingRect(QRectF(0, 0, width_, height_), Qt::AlignLeft | Qt::TextWordWrap, words);
        room(box.height());
        painter_.drawText(QRectF(0, y_, width_, box.height()), Qt::AlignLeft | Qt::TextWordWrap, words);
        y_ += box.height() + 2 * unit_;
    }
    void row(const QStringList &cells, QFont::Weight weight = QFont::Normal, const QList<double> &shares = {})
    {
        QFont font = painter_.font();
        font.setPointSizeF(9);
        font.setWeight(weight);
        painter_.setFont(font);
        const double tall = painter_.fontMetrics().height() * 1.25;
        room(tall);
        const double even = 1.0 / static_cast<double>(std::max<qsizetype>(cells.size(), 3));
        double left = 0;
        for (int i = 0; i < cells.size(); ++i) {
            const double cell = width_ * (i < shares.size() ? shares[i] : even);
            const QRectF box(left, y_, cell - 4 * unit_, tall);
            left += cell;
            painter_.drawText(box, Qt::AlignLeft | Qt::AlignVCenter, painter_.fontMetrics().elidedText(cells[i], Qt::ElideRight, static_cast<int>(box.width())));
        }
        y_ += tall;
    }

    QPainter &painter_;
    QPdfWriter &writer_;
    double unit_ = 1, width_ = 0, height_ = 0, y_ = 0;
};

} // namespace

bool writeReport(const QString &file, const QString &workspace, const insight::DashboardPage &page, const std::vector<ChartCard *> &charts)
{
    QPdfWriter writer(file);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(18, 16, 18, 16), QPageLayout::Millimeter);
    writer.setTitle(workspace);
    writer.setCreator(QStringLiteral("Vigie"));
    QPainter painter;
    if (!painter.begin(&writer))
        return false;
    Sheet(painter, writer).draw(workspace, page, charts);
    painter.end();
    return QFileInfo(file).size() > 0;
}

} // namespace vigie::ui
