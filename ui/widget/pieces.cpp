// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widget/pieces.hpp"

#include "ui/widget/paint.hpp"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

namespace vigie::ui {

namespace {
constexpr int kSkeletonAfterMs = 120;
constexpr int kEmptyIconSide = 40;
} // namespace

QLabel *roleLabel(const QString &role, const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setProperty("role", role);
    if (role.startsWith(QLatin1String("chip")) || role == QLatin1String("key"))
        label->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    return label;
}

QLabel *wrappedLabel(const QString &role, const QString &text, QWidget *parent)
{
    auto *label = roleLabel(role, text, parent);
    label->setWordWrap(true);
    return label;
}

void showText(QLabel *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

void setRole(QWidget *widget, const QString &role)
{
    if (widget->property("role").toString() == role)
        return;
    widget->setProperty("role", role);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

QPushButton *roleButton(const QString &role, QWidget *parent)
{
    auto *button = new QPushButton(parent);
    button->setProperty("role", role);
    button->setAutoDefault(false);
    return button;
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {0, QLabel::minimumSizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const auto box = contentsRect();
    const auto shown = fontMetrics().elidedText(text(), Qt::ElideRight, box.width());
    setToolTip(shown == text() ? QString() : text());
    style()->drawItemText(&painter, box, static_cast<int>(alignment()), palette(), isEnabled(), shown, foregroundRole());
}

PaneHeader::PaneHeader(QWidget *parent)
    : QFrame(parent), layout_(new QHBoxLayout(this)), title_(roleLabel(QStringLiteral("strong"), {}, this)), count_(roleLabel(QStringLiteral("muted"), {}, this))
{
    setProperty("role", "header");
    setFixedHeight(Theme::of(this).scaled(kHeaderHeight));
    layout_->setContentsMargins(kMargin, 0, kMargin, 0);
    layout_->setSpacing(kGap);
    layout_->addWidget(title_);
    layout_->addWidget(count_);
    layout_->addStretch(1);
}

void PaneHeader::setTitle(const QString &title)
{
    title_->setText(title);
}

void PaneHeader::setCount(const QString &count)
{
    count_->setText(count);
}

void PaneHeader::addRight(QWidget *widget)
{
    layout_->addWidget(widget);
}

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent), title_(roleLabel(QStringLiteral("title"), {}, this)), sentence_(roleLabel(QStringLiteral("muted"), {}, this)), button_(roleButton({}, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24 + kEmptyIconSide + kMargin, 24, 24);
    layout->setSpacing(kGap);
    layout->addStretch(2);
    title_->setAlignment(Qt::AlignCenter);
    title_->setWordWrap(true);
    sentence_->setAlignment(Qt::AlignCenter);
    sentence_->setWordWrap(true);
    layout->addWidget(title_);
    layout->addWidget(sentence_);
    layout->addWidget(button_, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    button_->hide();
    connect(button_, &QPushButton::clicked, this, &EmptyState::actionPressed);
}

void EmptyState::setContent(const QString &iconName, const QString &title, const QString &sentence, const QString &action)
{
    iconName_ = iconName;
    title_->setText(title);
    sentence_->setText(sentence);
    button_->setText(action);
    button_->setAccessibleName(action);
    button_->setVisible(!action.isEmpty());
    update();
}

void EmptyState::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const auto &theme = Theme::of(this);
    const QRect box((width() - kEmptyIconSide) / 2, title_->y() - kEmptyIconSide - kMargin, kEmptyIconSide, kEmptyIconSide);
    if (!iconName_.isEmpty())
        theme.paintIcon(painter, box, iconName_, theme.colors().muted);
}

Skeleton::Skeleton(int rowHeight, QWidget *parent) : QWidget(parent), rowHeight_(rowHeight)
{
    delay_.setSingleShot(true);
    delay_.setInterval(kSkeletonAfterMs);
    connect(&delay_, &QTimer::timeout, this, [this] {
        visibleYet_ = true;
        update();
    });
}

void Skeleton::showEvent(QShowEvent * /*event*/)
{
    setAccessibleName(tr("Loading"));
    visibleYet_ = false;
    delay_.start();
}

void Skeleton::paintEvent(QPaintEvent * /*event*/)
{
    if (!visibleYet_)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const auto &theme = Theme::of(this);
    const int row = theme.scaled(rowHeight_);
    for (int y = 0; y < height(); y += row) {
        painter.setBrush(theme.colors().chip);
        painter.drawEllipse(kMargin, y + kMargin, 32, 32);
        int line = 0;
        for (const double share : {0.35, 0.85, 0.6})
            painter.drawRoundedRect(QRectF(kMargin + 44, y + kMargin + line++ * 18, (width() - 68) * share, 10), 4, 4);
        painter.fillRect(0, y + row - 1, width(), 1, theme.colors().line);
    }
}

ErrorBar::ErrorBar(QWidget *parent) : QFrame(parent), label_(new QLabel(this)), button_(roleButton(QStringLiteral("link"), this))
{
    setProperty("role", "error");
    label_->setWordWrap(true);
    label_->setTextFormat(Qt::PlainText);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(kMargin, kGap, kMargin, kGap);
    layout->addWidget(label_, 1);
    layout->addWidget(button_);
    connect(button_, &QPushButton::clicked, this, [this] { Q_EMIT actionPressed(offer_); });
    hide();
}

void ErrorBar::setError(const Error &error)
{
    const auto text = errorText(error);
    setMessage(text.sentence, text.action);
    error_ = error;
    offer_ = text.offer;
}

void ErrorBar::setMessage(const QString &sentence, const QString &action)
{
    error_.reset();
    offer_ = Offer::None;
    label_->setText(sentence);
    setAccessibleName(sentence);
    button_->setText(action);
    button_->setAccessibleName(action);
    button_->setVisible(!action.isEmpty());
    setVisible(!sentence.isEmpty());
}

void ErrorBar::clear()
{
    setMessage({});
}

void ErrorBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && error_)
        setError(Error(*error_));
    QFrame::changeEvent(event);
}

AvatarWidget::AvatarWidget(int side, QWidget *parent) : QWidget(parent), side_(side)
{
    setFixedSize(sizeHint());
}

void AvatarWidget::setPerson(const QString &name, const QString &badge, const QColor &color)
{
    name_ = name;
    badge_ = badge;
    color_ = color;
    setAccessibleName(name);
    update();
}

QSize AvatarWidget::sizeHint() const
{
    return {side_ + 6, side_ + 4};
}

void AvatarWidget::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    paint::avatar(painter, Theme::of(this), QRect(0, 0, side_, side_), name_, badge_, color_);
}

} // namespace vigie::ui
