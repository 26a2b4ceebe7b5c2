// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.hpp"

#include "ui/theme/icon_engine.hpp"
#include "ui/theme/style_sheet.hpp"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QPainter>
#include <QPalette>
#include <QStyleFactory>
#include <QWidget>

#include <array>

namespace vigie::ui {

namespace {

constexpr const char *kProperty = "vigieTheme";

const Colors &lightColors()
{
    static const Colors colors{
        .bg = "#F3F5F7", .pane = "#FFFFFF", .line = "#E1E5EA", .fg = "#18222E", .muted = "#5F6E82", .accent = "#0B6E8A", .accentBg = "#E3F1F5",
        .onAccent = "#FFFFFF", .rail = "#10222F", .railFg = "#9FB4C2", .railOn = "#1B3444", .railMark = "#5CB8D0", .pos = "#1D7F4B",
        .neg = "#B93A32", .warn = "#A86A00", .warnBg = "#FFF4DC", .note = "#FFF8E1", .mark = "#FFE9A8", .chip = "#EEF1F4", .covered = "#8CC5A4"};
    return colors;
}

const Colors &darkColors()
{
    static const Colors colors{
        .bg = "#12181E", .pane = "#1A222A", .line = "#2A343E", .fg = "#E3E9EE", .muted = "#8FA0B0", .accent = "#5CB8D0", .accentBg = "#16323C",
        .onAccent = "#10202A", .rail = "#0C1318", .railFg = "#7F95A5", .railOn = "#1B3444", .railMark = "#5CB8D0", .pos = "#5CC08B",
        .neg = "#EE857C", .warn = "#E5B454", .warnBg = "#3A2F16", .note = "#2F2A1A", .mark = "#5A4A14", .chip = "#26303A", .covered = "#4F8F6C"};
    return colors;
}

QPalette paletteFor(const Colors &c)
{
    QPalette palette;
    palette.setColor(QPalette::Window, c.pane);
    palette.setColor(QPalette::Base, c.pane);
    palette.setColor(QPalette::AlternateBase, c.bg);
    palette.setColor(QPalette::Button, c.pane);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        palette.setColor(role, c.fg);
    palette.setColor(QPalette::BrightText, c.neg);
    palette.setColor(QPalette::ToolTipBase, c.pane);
    palette.setColor(QPalette::PlaceholderText, c.muted);
    palette.setColor(QPalette::Highlight, c.accent);
    palette.setColor(QPalette::HighlightedText, c.onAccent);
    palette.setColor(QPalette::Link, c.accent);
    palette.setColor(QPalette::LinkVisited, c.accent);
    palette.setColor(QPalette::Light, c.pane);
    palette.setColor(QPalette::Midlight, c.line);
    palette.setColor(QPalette::Mid, c.line);
    palette.setColor(QPalette::Dark, c.muted);
    palette.setColor(QPalette::Shadow, c.line);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, c.muted);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, c.line);
    return palette;
}

} // namespace

Theme::Theme(QApplication &app) : QObject(&app), app_(app)
{
    desktopDark_ = desktopIsDark();
    for (const auto &wanted : {QStringLiteral("Inter"), QStringLiteral("Inter Variable")})
        if (family_.isEmpty() && QFontDatabase::hasFamily(wanted))
            family_ = wanted;
    if (family_.isEmpty())
        family_ = QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
    app.setProperty(kProperty, QVariant::fromValue(static_cast<QObject *>(this)));
    app.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    app.installEventFilter(this);
    apply();
}

const Theme &Theme::of(const QObject * /*object*/)
{
    return *static_cast<const Theme *>(QCoreApplication::instance()->property(kProperty).value<QObject *>());
}

Theme::Choice Theme::choiceFrom(const QString &name)
{
    if (name == QLatin1String("dark"))
        return Choice::Dark;
    return name == QLatin1String("light") ? Choice::Light : Choice::System;
}

void Theme::setChoice(Choice choice)
{
    choice_ = choice;
    apply();
}

void Theme::setTextScale(int percent)
{
    scale_ = std::clamp(percent, 100, 200);
    apply();
}

const Colors &Theme::colors() const
{
    return dark_ ? darkColors() : lightColors();
}

QFont Theme::font(TextSize size, QFont::Weight weight) const
{
    QFont font(family_);
    int pixels = 13;
    switch (size) {
    case TextSize::Small: pixels = 11; break;
    case TextSize::Body: pixels = 13; break;
    case TextSize::Title: pixels = 15; break;
    case TextSize::Figure: pixels = 22; break;
    }
    font.setPixelSize(scaled(pixels));
    font.setWeight(weight);
    return font;
}

QIcon Theme::icon(const QString &name, QColor Colors::*color) const
{
    return QIcon(new IconEngine(*this, name, color));
}

void Theme::paintIcon(QPainter &painter, const QRect &rect, const QString &name, const QColor &color) const
{
    renderIcon(painter, rect, name, color);
}

QColor Theme::personColor(const QString &name)
{
    static constexpr std::array<QRgb, 8> kColors{0xB5838D, 0x6D8EA0, 0x8D9F87, 0xC9A66B, 0x7E7BA5, 0x6F9E9B, 0xA5777B, 0x8AA0B5};
    std::uint32_t hash = 2166136261U; // FNV-1a: the same on every machine
    for (const QChar c : name.toCaseFolded())
        hash = (hash ^ c.unicode()) * 16777619U;
    return QColor(kColors[(hash >> 8) % kColors.size()]);
}

QColor Theme::seriesColor(int index) const
{
    static constexpr std::array<QRgb, 6> kLight{0x0B6E8A, 0x8D9F87, 0xC9A66B, 0x7E7BA5, 0xB5838D, 0x6D8EA0};
    static constexpr std::array<QRgb, 6> kDark{0x5CB8D0, 0x8D9F87, 0xC9A66B, 0x9A97C4, 0xC79AA3, 0x86A6B8};
    const auto at = static_cast<std::size_t>(index) % kLight.size();
    return QColor(dark_ ? kDark[at] : kLight[at]);
}

bool Theme::desktopIsDark() const
{
    const auto palette = QGuiApplication::palette();
    return palette.color(QPalette::WindowText).lightness() > palette.color(QPalette::Window).lightness();
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    // The desktop's own palette changed (ours is set through the style and does not send this).
    if (watched == &app_ && event->type() == QEvent::ThemeChange && choice_ == Choice::System) {
        app_.setPalette(QPalette());
        desktopDark_ = desktopIsDark();
        apply();
    }
    return QObject::eventFilter(watched, event);
}

void Theme::apply()
{
    dark_ = choice_ == Choice::Dark || (choice_ == Choice::System && desktopDark_);
    app_.setPalette(paletteFor(colors()));
    app_.setFont(font(TextSize::Body));
    app_.setStyleSheet(styleSheet(*this));
    const auto widgets = QApplication::allWidgets();
    for (auto *widget : widgets)
        widget->update();
    Q_EMIT changed();
}

} // namespace vigie::ui
