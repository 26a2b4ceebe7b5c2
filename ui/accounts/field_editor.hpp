// SPDX-License-Identifier: GPL-3.0-or-later
// One thing that a network asks for: a label, an editor of its kind, a help, and what is wrong beside it.
// Thread: the window's.
#pragma once

#include <vigie/base/secret.hpp>
#include <vigie/connect/connector.hpp>

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace vigie::ui {

class FieldEditor final : public QWidget {
    Q_OBJECT
public:
    explicit FieldEditor(connect::FieldSpec field, QWidget *parent = nullptr);
    [[nodiscard]] const std::string &key() const { return field_.key; }
    [[nodiscard]] const connect::FieldSpec &field() const { return field_; }
    [[nodiscard]] QString label() const;
    [[nodiscard]] Secret value() const;
    void setText(const QString &text);
    [[nodiscard]] QString text() const;
    /// Said below the editor, which takes the focus; empty: all is well.
    void setProblem(const QString &sentence);
    /// The widget that takes the keys.
    [[nodiscard]] QWidget *editor() const;
    [[nodiscard]] QLineEdit *line() const { return line_; }
    [[nodiscard]] QPushButton *browseButton() const { return browse_; }

Q_SIGNALS:
    void submitted();

private:
    void changeEvent(QEvent *event) override;
    void retranslate();
    void browse();

    connect::FieldSpec field_;
    QLabel *label_, *help_, *problem_;
    QLineEdit *line_ = nullptr;
    QComboBox *box_ = nullptr;
    QPushButton *browse_ = nullptr;
};

} // namespace vigie::ui
