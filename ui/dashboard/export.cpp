// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/export.hpp"

#include "ui/bridge/text.hpp"
#include "ui/coverage/coverage_words.hpp"
#include "ui/dashboard/chart_card.hpp"
#include "ui/dashboard/chart_scene.hpp"
#include "ui/dashboard/figure_text.hpp"
#include "ui/dashboard/tile_words.hpp"

#include <vigie/base/civil_day.hpp>
#include <vigie/base/csv.hpp>

#include <QFileInfo>
#include <QPainter>
#include <QPdfWriter>

namespace vigie::ui {

namespace {

constexpr int kPaperWidth = 760, kChartTall = 190; ///< pixels of a chart, before it is scaled to the page
constexpr int kPaperFont = 11;

class Sheet {
    Q_DECLARE_TR_FUNCTIONS(vigie::ui::Sheet)
public:
    Sheet(QCPPainter &painter, QPdfWriter &writer) : painter_(painter), writer_(writer), unit_(writer.logicalDpiX() / 72.0), width_(writer.width()), height_(writer.height()) {}

    void draw(const QString &title, const BoardReading &reading, const std::vector<TileCard *> &cards)
    {
        text(title, 18, QFont::Bold);
        text(tr("%1, %2 (%3)", "brand, days, zone").arg(reading.scopeName.empty() ? tr("Everything collected") : format::queryName(reading.scopeName), FigureText::days(reading.period), qs(reading.zone)), 10);
        if (reading.against)
            text(tr("Compared with %1").arg(FigureText::days(*reading.against)), 10);
        text(CoverageWords::sentence(reading.coverage), 9);
        space(10);
        figures(cards);
        space(10);
        for (auto *card : cards)
            if (auto *chart = qobject_cast<ChartCard *>(card); chart != nullptr && !chart->plot().data().empty())
                draw(*chart);
        definitions(cards);
    }

private:
    void figures(const std::vector<TileCard *> &cards)
    {
        row({tr("Figure"), tr("Value"), tr("Change"), tr("Stands on")}, QFont::Bold);
        for (const auto *card : cards)
            if (card->tile().kind == TileKind::Figure && card->isLoaded())
                row({FigureText::name(card->tile().metric), FigureText::value(card->reading().figure), card->reading().change ? FigureText::change(*card->reading().change) : QString(),
                     FigureText::basis(card->reading().figure)}, QFont::Normal);
    }
    void draw(const ChartCard &chart)
    {
        const double scale = width_ / kPaperWidth;
        const auto name = TileWords::title(chart.tile());
        room(kChartTall * scale + 20 * unit_);
        text(name, 11, QFont::Bold);
        auto font = painter_.font();
        font.setPixelSize(kPaperFont);
        font.setWeight(QFont::Normal);
        painter_.save();
        painter_.translate(0, y_);
        painter_.scale(scale, scale);
        scene_.setInk(ChartInk::paper(font));
        scene_.setData(chart.plot().data());
        scene_.paintOn(painter_, QSize(kPaperWidth, kChartTall));
        painter_.restore();
        y_ += kChartTall * scale + 8 * unit_;
    }
    void definitions(const std::vector<TileCard *> &cards)
    {
        room(40 * unit_); // a heading does not stand alone at the foot of a page
        text(tr("How it is computed"), 11, QFont::Bold);
        for (const auto *card : cards)
            if (card->tile().kind == TileKind::Figure)
                text(tr("%1: %2", "figure, its definition").arg(FigureText::name(card->tile().metric), FigureText::definition(card->tile().metric)), 8);
    }
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
        const auto box = painter_.boundingRect(QRectF(0, 0, width_, height_), Qt::AlignLeft | Qt::TextWordWrap, words);
        room(box.height());
        painter_.drawText(QRectF(0, y_, width_, box.height()), Qt::AlignLeft | Qt::TextWordWrap, words);
        y_ += box.height() + 2 * unit_;
    }
    void row(const QStringList &cells, QFont::Weight weight)
    {
        static constexpr std::array<double, 4> kShares{0.3, 0.16, 0.32, 0.22};
        QFont font = painter_.font();
        font.setPointSizeF(9);
        font.setWeight(weight);
        painter_.setFont(font);
        const double tall = painter_.fontMetrics().height() * 1.25;
        room(tall);
        double left = 0;
        for (int i = 0; i < cells.size(); ++i) {
            const double cell = width_ * kShares[static_cast<std::size_t>(i)];
            const QRectF box(left, y_, cell - 4 * unit_, tall);
            left += cell;
            painter_.drawText(box, Qt::AlignLeft | Qt::AlignVCenter, painter_.fontMetrics().elidedText(cells[i], Qt::ElideRight, static_cast<int>(box.width())));
        }
        y_ += tall;
    }

    QCPPainter &painter_;
    QPdfWriter &writer_;
    ChartScene scene_;
    double unit_, width_, height_, y_ = 0;
};

std::string number(const std::optional<double> &value)
{
    return value ? QString::number(*value, 'g', 10).toStdString() : std::string();
}

} // namespace

bool writePagePdf(const QString &file, const QString &title, const BoardReading &reading, const std::vector<TileCard *> &cards)
{
    QPdfWriter writer(file);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(18, 16, 18, 16), QPageLayout::Millimeter);
    writer.setTitle(title);
    writer.setCreator(QStringLiteral("Vigie"));
    QCPPainter painter;
    painter.setModes(QCPPainter::pmVectorized | QCPPainter::pmNonCosmetic);
    if (!painter.begin(&writer))
        return false;
    Sheet(painter, writer).draw(title, reading, cards);
    painter.end();
    return QFileInfo(file).size() > 0;
}

std::string figuresCsv(const BoardReading &reading)
{
    std::string out = "figure,value,unit,n,low,high,before,change,change_low,change_high,coverage,from,to,zone,formula\r\n";
    const auto bound = [](const std::optional<insight::Interval> &interval, bool low) { return interval ? std::optional(low ? interval->low : interval->high) : std::nullopt; };
    for (const auto &tile : reading.tiles) {
        const auto *metric = insight::metric(tile.figure.key);
        if (metric == nullptr || tile.error)
            continue;
        const auto &change = tile.change;
        const std::vector<std::string> cells{
            tile.figure.key, number(tile.figure.value), insight::toString(tile.figure.unit), std::to_string(tile.figure.n), number(bound(tile.figure.interval, true)),
            number(bound(tile.figure.interval, false)), number(change ? change->before.value : std::nullopt), number(change ? change->absolute : std::nullopt),
            number(change ? bound(change->interval, true) : std::nullopt), number(change ? bound(change->interval, false) : std::nullopt), number(reading.coverage.seenShare),
            toIsoDay(reading.period.fromDay), toIsoDay(reading.period.toDay - 1), csvCell(reading.zone), csvCell(metric->formula)};
        for (std::size_t i = 0; i < cells.size(); ++i)
            out += (i > 0 ? "," : "") + cells[i];
        out += "\r\n";
    }
    return out;
}

} // namespace vigie::ui
