// SPDX-License-Identifier: GPL-3.0-or-later
// Settings: of this machine (language, looks, keys) and of the workspace (name, person, time zone, weights of the queue).
// Every change takes effect at once.
// Thread: the window's.
#pragma once

#include "ui/app/panel.hpp"

#include <vector>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace vigie::app { struct WorkspaceSetting; }

namespace vigie::ui {

class ErrorBar;
class KeysEditor;
class NoticePlace;
class PaneHeader;
class ScopesEditor;
class ServicesEditor;
class WeightsEditor;

class SettingsPanel final : public Panel {
    Q_OBJECT
public:
    explicit SettingsPanel(Shell &shell, QWidget *parent = nullptr);
    [[nodiscard]] QString id() const override { return QStringLiteral("settings"); }
    [[nodiscard]] QString title() const override { return tr("Settings"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("settings"); }
    [[nodiscard]] Place place() const override { return Place::Foot; }
    void activated() override;

    [[nodiscard]] QComboBox *languageBox() const { return language_; }
    [[nodiscard]] QComboBox *themeBox() const { return theme_; }
    [[nodiscard]] QComboBox *pollBox() const { return poll_; }
    [[nodiscard]] QLineEdit *authorityField() const { return authority_; }
    [[nodiscard]] QSpinBox *scaleBox() const { return scale_; }

private:
    void changeEvent(QEvent *event) override;
    void build();
    void connectAll();
    void retranslate();
    void load();
    void store(const app::WorkspaceSetting &setting, const QString &value);
    void showSecrets();
    void showPoll();
    void keepAuthority();
    void lay();

    PaneHeader *header_;
    QLabel *machineTitle_, *workspaceTitle_, *keysTitle_, *weightsTitle_, *servicesTitle_, *scopesTitle_, *secrets_;
    QLabel *languageLabel_, *themeLabel_, *scaleLabel_, *undoLabel_, *nameLabel_, *personLabel_, *zoneLabel_, *pollLabel_, *pollHelp_, *secretsLabel_,
        *authorityLabel_, *authorityHelp_, *noticesLabel_;
    QComboBox *language_, *theme_, *zone_, *poll_;
    QSpinBox *scale_, *undo_;
    QLineEdit *name_, *person_, *authority_;
    ErrorBar *error_;
    KeysEditor *keys_;
    WeightsEditor *weights_;
    ServicesEditor *services_;
    ScopesEditor *scopes_;
    QPushButton *charter_;
    int pollSeconds_ = 0;
    QWidget *inner_ = nullptr;
    NoticePlace *notices_;
    std::vector<QWidget *> fields_;
};

} // namespace vigie::ui
