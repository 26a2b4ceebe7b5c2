// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/chart_marks.hpp"

#include "ui/dashboard/chart_scene.hpp"
#include "ui/theme/theme.hpp"

#include <QFontMetricsF>

#include <algorithm>
#include <vector>

namespace vigie::ui {

namespace {

constexpr float kWash = 0.82F, kCampaignWash = 0.07F;
constexpr double kSpike = 10; ///< px across

/// Words beside a mark: below one another where they would meet, to the left where there is no room to the right.
class MarkWords {
public:
    explicit MarkWords(ChartScene &scene) : scene_(scene), area_(scene.area()), ground_(scene.ink().ground), metrics_(scene.ink().font)
    {
        ground_.setAlphaF(kWash); // words over bars are read all the same
    }

    void write(double x, double y, const QString &words, const QColor &color)
    {
        const double wide = std::min(metrics_.horizontalAdvance(words) + 2, area_.width() * 0.6);
        const bool left = x + kGrid + wide > area_.right() + 2;
        QRectF rect(left ? x - kGrid - wide : x + kGrid, y, wide, metrics_.height());
        rect.moveLeft(std::max(rect.left(), area_.left()));
        while (std::any_of(taken_.begin(), taken_.end(), [&](const QRectF &one) { return one.intersects(rect); }) && rect.bottom() < area_.bottom())
            rect.translate(0, metrics_.height());
        if (rect.bottom() > area_.bottom())
            return; // it is in the table and one hover away
        taken_.push_back(rect);
        auto *text = new QCPItemText(&scene_);
        text->position->setType(QCPItemPosition::ptAbsolute);
        text->position->setCoords(rect.topLeft());
        text->setPositionAlignment(Qt::AlignLeft | Qt::AlignTop);
        text->setText(metrics_.elidedText(words, Qt::ElideRight, wide));
        text->setFont(scene_.ink().font);
        text->setColor(color);
        text->setBrush(ground_);
        text->setPen(Qt::NoPen);
        text->setClipToAxisRect(false);
    }

    [[nodiscard]] double height() const { return metrics_.height(); }

private:
    ChartScene &scene_;
    QRectF area_;
    QColor ground_;
    QFontMetricsF metrics_;
    std::vector<QRectF> taken_;
};

/// From the top of the plot (0) or its foot (1), at a place.
void put(QCPItemPosition &position, double place, double share)
{
    position.setTypeX(QCPItemPosition::ptPlotCoords);
    position.setTypeY(QCPItemPosition::ptAxisRectRatio);
    position.setCoords(place, share);
}

void addUpright(ChartScene &scene, const ChartMark &mark, MarkWords &words)
{
    const auto range = scene.xAxis->range();
    const double from = std::clamp(mark.from, range.lower, range.upper);
    const auto &ink = scene.ink();
    if (mark.kind == ChartMark::Kind::Campaign && mark.to > mark.from) {
        auto colour = ink.event;
        colour.setAlphaF(kCampaignWash);
        auto *wash = new QCPItemRect(&scene);
        put(*wash->topLeft, from, 0);
        put(*wash->bottomRight, std::min(mark.to, range.upper), 1);
        wash->setPen(Qt::NoPen);
        wash->setBrush(colour);
    }
    const bool value = mark.kind == ChartMark::Kind::Value;
    auto *line = new QCPItemLine(&scene);
    put(*line->start, from, 0);
    put(*line->end, from, 1);
    line->setPen(value ? QPen(ink.fg, 1.2) : QPen(ink.muted, 1.2, Qt::DotLine));
    line->setClipToAxisRect(false);
    words.write(scene.xAxis->coordToPixel(from), value ? scene.area().top() : scene.area().bottom() - 2.6 * words.height(), mark.words, value ? ink.fg : ink.muted);
}

void addSpike(ChartScene &scene, const ChartMark &mark, MarkWords &words)
{
    const auto rect = scene.rectOf({mark.line, static_cast<int>(mark.from)});
    if (rect.isNull())
        return;
    auto *dot = new QCPItemTracer(&scene);
    dot->position->setType(QCPItemPosition::ptAbsolute);
    dot->position->setCoords(rect.center());
    dot->setStyle(QCPItemTracer::tsCircle);
    dot->setSize(kSpike);
    dot->setPen(QPen(scene.ink().ground, 1.5));
    dot->setBrush(scene.ink().neg);
    dot->setClipToAxisRect(false);
    words.write(rect.center().x() + kGrid, std::max(scene.area().top(), rect.top() - words.height()), mark.words, scene.ink().neg);
}

} // namespace

void placeMarks(ChartScene &scene)
{
    MarkWords words(scene);
    const auto range = scene.xAxis->range();
    for (const auto &mark : scene.data().marks) {
        if (mark.to < range.lower || mark.from > range.upper)
            continue;
        if (mark.kind == ChartMark::Kind::Spike)
            addSpike(scene, mark, words);
        else
            addUpright(scene, mark, words);
    }
}

} // namespace vigie::ui
