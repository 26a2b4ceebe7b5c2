// SPDX-License-Identifier: GPL-3.0-or-later
// Answers to surveys: files that were taken in, each a line that goes as a whole, and answers that were entered one by one. A file is tried
// first: what would be taken, and why the rest would not.
// Thread: the window's.
#pragma once

#include "ui/numbers/entered_page.hpp"

#include <vigie/intake/survey_import.hpp>
#include <vigie/store/surveys.hpp>

#include <vector>

class QComboBox;
class QDateTimeEdit;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace vigie::ui {

class SurveysPage final : public EnteredPage {
    Q_OBJECT
public:
    SurveysPage(Shell &shell, QWidget *parent);
    [[nodiscard]] QComboBox *kindBox() const { return kind_; }
    [[nodiscard]] QSpinBox *scoreBox() const { return score_; }
    [[nodiscard]] QDateTimeEdit *atBox() const { return at_; }
    [[nodiscard]] QPushButton *importButton() const { return import_; }
    void refresh() override;
    void takeFocus() override;
    void keep() override;
    void removeCurrent() override;
    /// Reads the file, and asks whether what can be taken of it is to be.
    void importFrom(const QString &path);

private:
    struct Row {
        std::int64_t batch = 0, answer = 0; ///< one of them
    };
    struct Found {
        std::vector<store::SurveyBatch> batches;
        std::vector<SurveyAnswer> answers;
        bool canUndo = false;
    };
    void buildFields(QVBoxLayout &column);
    void chooseFile();
    void tried(const connect::SurveyFile &file, const QString &name);
    void take(const connect::SurveyFile &file, const QString &name);
    void show(const Found &found);
    void setKind();
    [[nodiscard]] SurveyKind kind() const;

    std::vector<Row> rows_;
    QComboBox *kind_;
    QSpinBox *score_;
    QDateTimeEdit *at_;
    QComboBox *network_;
    QPushButton *import_;
};

} // namespace vigie::ui
