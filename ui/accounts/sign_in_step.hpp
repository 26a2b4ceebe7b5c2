// SPDX-License-Identifier: GPL-3.0-or-later
// The second question: what the network asks for, made from its descriptor - what to know before, its fields, the ways to sign
// in and what each of them asks for. Also edits what is listened to.
// Thread: the window's.
#pragma once

#include <vigie/app/sign_in_form.hpp>

#include <QWidget>

#include <optional>
#include <vector>

class QButtonGroup;
class QCheckBox;
class QFrame;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace vigie::ui {

class ErrorBar;
class FieldEditor;

class SignInStep final : public QWidget {
    Q_OBJECT
public:
    enum class Mode { Add, Reconnect, Edit };
    struct Wanted {
        app::AddAccount account;
        bool paste = false;  ///< of the browser's way: the code is copied by hand
    };

    explicit SignInStep(QWidget *parent = nullptr);
    /// `known`: instance and settings that are there already; `found`: what an address turned out to be.
    void ask(const connect::Descriptor &network, Mode mode, const Account &known, const QString &found, bool allowPrivate);
    [[nodiscard]] Mode mode() const { return mode_; }
    /// What was typed, or none after the wrong entry has said so.
    [[nodiscard]] std::optional<Wanted> read();
    /// Says at the entry what is wrong with it.
    void point(const app::FieldProblem &problem);
    void tell(const QString &sentence);
    void tellPrivate();
    [[nodiscard]] QString problem() const { return problem_; }
    /// Forgets what must not stay on the screen.
    void clearSecrets();
    [[nodiscard]] QCheckBox *privateBox() const { return private_; }
    [[nodiscard]] QCheckBox *consentBox() const { return consent_; }
    [[nodiscard]] FieldEditor *editor(const std::string &key) const;
    void focusFirst();

Q_SIGNALS:
    void submitted();
    void backed();

private:
    struct Way {
        const connect::SignInWay *way = nullptr;
        bool paste = false;
    };
    void changeEvent(QEvent *event) override;
    void retranslate();
    void listWays();
    void buildFields();
    void addEditor(const connect::FieldSpec &field, QWidget *box);
    void orderTabs();
    [[nodiscard]] const connect::SignInWay *way() const;
    [[nodiscard]] QString keptText(const connect::FieldSpec &field) const;
    [[nodiscard]] bool hasServer() const;

    const connect::Descriptor *network_ = nullptr;
    Mode mode_ = Mode::Add;
    Account known_;
    QString found_, problem_;
    std::vector<Way> choices_;
    std::vector<FieldEditor *> editors_;
    QLabel *title_, *foundLabel_, *verified_, *notice_, *wayLabel_, *secretHelp_, *privateHelp_;
    QFrame *noticeBox_;
    QWidget *fieldsBox_ = nullptr, *wayBox_, *wayFieldsBox_ = nullptr;
    QButtonGroup *ways_;
    QVBoxLayout *layout_, *fieldsAt_, *wayFieldsAt_;
    QCheckBox *consent_, *private_;
    ErrorBar *error_;
    QPushButton *connect_, *back_;
};

} // namespace vigie::ui
