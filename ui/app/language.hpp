// SPDX-License-Identifier: GPL-3.0-or-later
// The language of the window: translations, plurals, and how numbers and dates are written. Changed while running.
// Thread: the window's.
#pragma once

#include <QObject>
#include <QString>
#include <QTranslator>

#include <memory>
#include <vector>

class QApplication;

namespace vigie::ui {

class Language final : public QObject {
    Q_OBJECT
public:
    explicit Language(QApplication &app);
    ~Language() override;
    /// "en", "fr"; empty: that of the desktop, English when there is no translation for it.
    void set(const QString &code);
    [[nodiscard]] QString code() const { return code_; }
    /// The languages there are, each with its own name.
    [[nodiscard]] static std::vector<std::pair<QString, QString>> all();

private:
    void drop();
    QApplication &app_;
    QString code_;
    std::vector<std::unique_ptr<QTranslator>> translators_;
};

} // namespace vigie::ui
