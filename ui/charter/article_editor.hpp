// SPDX-License-Identifier: GPL-3.0-or-later
// One article of the charter: number, title and text in both languages, and its checks.
// Thread: the window's.
#pragma once

#include <vigie/model/charter.hpp>

#include <QWidget>

#include <vector>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace vigie::ui {

class CheckRow;

class ArticleEditor final : public QWidget {
    Q_OBJECT
public:
    explicit ArticleEditor(QWidget *parent = nullptr);
    void show(const CharterArticle &article);
    [[nodiscard]] CharterArticle article() const;
    void focusTitle();
    [[nodiscard]] const std::vector<CheckRow *> &rows() const { return rows_; }
    void addCheck(const CharterCheck &check);

Q_SIGNALS:
    void edited();

private:
    void build();
    void say();
    void retranslate();
    void changeEvent(QEvent *event) override;

    bool showing_ = false;
    std::vector<CheckRow *> rows_;
    QVBoxLayout *checks_;
    QSpinBox *number_;
    QCheckBox *moderates_;
    QLineEdit *titleFr_, *titleEn_;
    QPlainTextEdit *textFr_, *textEn_;
    QLabel *numberLabel_, *titleFrLabel_, *titleEnLabel_, *textFrLabel_, *textEnLabel_, *checksLabel_;
    QPushButton *add_;
};

} // namespace vigie::ui
