// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/page_preview.hpp"

#include "ui/theme/theme.hpp"

#include <QPainter>
#include <QScrollBar>
#include <QVBoxLayout>

namespace vigie::ui {

/// One page. It is paper: white in the dark as well.
class PagePreview::Sheet final : public QWidget {
public:
    Sheet(QImage image, const QString &words, QWidget *parent) : QWidget(parent), image_(std::move(image))
    {
        setAccessibleName(words);
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // as wide as there is room, and never what makes the room
    }
    void setWide(int width)
    {
        const double share = image_.width() > 0 ? static_cast<double>(image_.height()) / image_.width() : 1.414;
        setFixedHeight(static_cast<int>(width * share));
    }
    void setPale(bool pale)
    {
        pale_ = pale;
        update();
    }

private:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(rect(), image_);
        if (pale_)
            painter.fillRect(rect(), QColor(255, 255, 255, 150));
        painter.setPen(Theme::of(this).colors().line);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
    QImage image_;
    bool pale_ = false;
};

PagePreview::PagePreview(QWidget *parent) : QScrollArea(parent), body_(new QWidget(this)), layout_(new QVBoxLayout(body_))
{
    layout_->setContentsMargins(12, 12, 12, 12);
    layout_->setSpacing(12);
    layout_->addStretch(1);
    setWidget(body_);
    setWidgetResizable(true);
    setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus); // read with the arrows and PageDown
    setAccessibleName(tr("Pages of the report"));
}

void PagePreview::setWaiting(bool waiting)
{
    waiting_ = waiting;
    for (auto *sheet : sheets_)
        sheet->setPale(waiting);
}

void PagePreview::setPages(const std::vector<QImage> &pages, const QStringList &words)
{
    for (auto *sheet : sheets_)
        delete sheet;
    sheets_.clear();
    for (std::size_t i = 0; i < pages.size(); ++i) {
        auto *sheet = new Sheet(pages[i], words.value(static_cast<int>(i)), body_);
        layout_->insertWidget(static_cast<int>(i), sheet);
        sheet->show();
        sheets_.push_back(sheet);
    }
    fit();
    setWaiting(false);
    verticalScrollBar()->setValue(0);
}

void PagePreview::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    fit();
}

void PagePreview::fit()
{
    const int room = viewport()->width() - 24;
    for (auto *sheet : sheets_)
        sheet->setWide(std::max(room, 120));
}

} // namespace vigie::ui
