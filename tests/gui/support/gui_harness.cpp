// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/support/gui_harness.hpp"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>
#include <QTextEdit>

namespace vigie::gui {

bool waitFor(const std::function<bool()> &done, int milliseconds)
{
    return QTest::qWaitFor(done, milliseconds);
}

Harness::Harness() : Harness(Options{}) {}

Harness::Harness(const Options &options) : options_(options)
{
    start();
}

Harness::~Harness()
{
    window_.reset();
}

void Harness::start()
{
    const auto language = qEnvironmentVariable("VIGIE_LANG", QStringLiteral("en"));
    preferences_ = std::make_unique<ui::Preferences>(folder_.filePath(QStringLiteral("vigie.ini")));
    preferences_->set(ui::kLanguage, language);
    language_ = std::make_unique<ui::Language>(*qApp);
    theme_ = std::make_unique<ui::Theme>(*qApp);
    language_->set(language);
    theme_->setChoice(ui::Theme::Choice::Light);
    window_ = std::make_unique<ui::MainWindow>(*preferences_, *theme_, *language_);
    QObject::connect(preferences_.get(), &ui::Preferences::changed, window_.get(), [this](const QString &key) {
        if (key == QLatin1String(ui::kLanguage.key))
            language_->set(preferences_->text(ui::kLanguage));
        else if (key == QLatin1String(ui::kThemeChoice.key))
            theme_->setChoice(ui::Theme::choiceFrom(preferences_->text(ui::kThemeChoice)));
        else if (key == QLatin1String(ui::kTextScale.key))
            theme_->setTextScale(preferences_->number(ui::kTextScale));
    });
    window_->resize(options_.width, options_.height);
    window_->show();
    if (!QTest::qWaitForWindowExposed(window_.get()))
        throw std::runtime_error("the window was not shown");
    QApplication::setActiveWindow(window_.get());
    if (!options_.open)
        return;
    app::OpenWorkspace open;
    open.path = folder_.filePath(QStringLiteral("workspace.vigie")).toStdString();
    open.practice = options_.practice;
    if (!options_.practice)
        open.secrets = net::makeMemorySecretStore();
    window_->openWorkspace(open);
    const bool opened = waitFor([this] { return window_->ready() || window_->bridge().state() == ui::Bridge::State::Failed; }, 60000);
    if (!opened || window_->bridge().state() == ui::Bridge::State::Failed)
        throw std::runtime_error("the workspace did not open: " + window_->bridge().openError().detail);
}

void Harness::restart()
{
    window_->close();
    window_.reset();
    theme_.reset();
    language_.reset();
    preferences_.reset();
    start();
}

void Harness::press(const QKeySequence &keys)
{
    for (int i = 0; i < keys.count(); ++i) {
        auto *target = QApplication::focusWidget();
        QTest::keyClick(target != nullptr ? target : window_.get(), keys[static_cast<uint>(i)].key(), keys[static_cast<uint>(i)].keyboardModifiers());
    }
}

void Harness::type(const QString &text)
{
    for (const QChar c : text) {
        auto *target = QApplication::focusWidget();
        QTest::keyClick(target != nullptr ? target : window_.get(), c.toLatin1());
    }
}

QStringList visibleWords(const QWidget *root)
{
    QStringList words;
    const auto add = [&](const QString &text) {
        if (!text.trimmed().isEmpty())
            words << text.trimmed();
    };
    auto widgets = root->findChildren<QWidget *>();
    widgets.prepend(const_cast<QWidget *>(root));
    for (const auto *widget : widgets) {
        if (!widget->isVisibleTo(root))
            continue;
        add(widget->accessibleName());
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            add(label->text());
        else if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            add(button->text());
        else if (const auto *field = qobject_cast<const QLineEdit *>(widget))
            add(field->placeholderText());
    }
    return words;
}

QStringList withoutAccessibleName(const QWidget *root)
{
    QStringList found;
    for (const auto *widget : root->findChildren<QWidget *>()) {
        if (!widget->isVisibleTo(root) || widget->focusPolicy() == Qt::NoFocus)
            continue;
        const bool inside = qobject_cast<const QAbstractSpinBox *>(widget->parentWidget()) != nullptr
                            || qobject_cast<const QComboBox *>(widget->parentWidget()) != nullptr;
        const bool control = qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget)
                             || qobject_cast<const QAbstractItemView *>(widget) || qobject_cast<const QComboBox *>(widget)
                             || qobject_cast<const QAbstractSpinBox *>(widget) || qobject_cast<const QTextEdit *>(widget)
                             || qobject_cast<const QPlainTextEdit *>(widget);
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        if (control && !inside && widget->accessibleName().isEmpty() && (button == nullptr || button->text().isEmpty()))
            found << QString::fromLatin1(widget->metaObject()->className()) + QLatin1Char(' ') + widget->objectName();
    }
    return found;
}

} // namespace vigie::gui
