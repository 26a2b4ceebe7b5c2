// SPDX-License-Identifier: GPL-3.0-or-later
// A few words about a person: a note, the next step with its day, what they agreed to, something they gave us. A consent and a
// datum need their source, so that the card can say where each thing comes from.
// Thread: the window's.
#pragma once

#include <QDate>
#include <QDialog>

#include <string>

class QComboBox;
class QDateEdit;
class QCheckBox;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace vigie::ui {

class WriteDialog final : public QDialog {
    Q_OBJECT
public:
    enum class Kind { Note, Step, Consent, Fact };
    WriteDialog(Kind kind, QWidget *parent);
    /// Before which no step can be.
    void setToday(const QDate &today);

    [[nodiscard]] std::string text() const;
    [[nodiscard]] std::string day() const; ///< "2026-11-28"; empty: none
    [[nodiscard]] std::string source() const;
    [[nodiscard]] std::string factKind() const;
    [[nodiscard]] bool granted() const;

private:
    void build();
    void look();

    Kind kind_;
    QPlainTextEdit *words_ = nullptr;
    QLineEdit *line_ = nullptr, *source_ = nullptr;
    QComboBox *what_ = nullptr;
    QCheckBox *withDay_ = nullptr;
    QDateEdit *day_ = nullptr;
    QPushButton *keep_ = nullptr;
};

/// One of kFactKinds in words.
[[nodiscard]] QString factWord(const std::string &kind);

} // namespace vigie::ui
