// SPDX-License-Identifier: GPL-3.0-or-later
// What a person says of one file: its words in both languages, credit, licence, last day; and where it is used.
// Thread: the window's.
#pragma once

#include "ui/bridge/bridge.hpp"

#include <vigie/model/asset.hpp>
#include <vigie/store/assets.hpp>

#include <QWidget>

#include <vector>

class QCheckBox;
class QDateEdit;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace vigie::ui {

class AssetEditor final : public QWidget {
    Q_OBJECT
public:
    AssetEditor(Bridge &bridge, QWidget *parent);
    /// Keeps what was typed about the one before.
    void setAsset(const Asset &asset, const std::vector<store::AssetUse> &uses);
    void clear();
    [[nodiscard]] Asset asset() const;      ///< as it stands in the fields
    void keep();
    [[nodiscard]] QString usesText() const;

Q_SIGNALS:
    void kept(const vigie::Asset &asset);
    void failed(const vigie::Error &error);

private:
    void changeEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void retranslate();
    void addField(QFormLayout *fields, QWidget *field);

    Bridge &bridge_;
    Asset asset_;
    std::vector<store::AssetUse> uses_;
    QLabel *picture_, *facts_, *place_, *used_;
    QPlainTextEdit *altFr_, *altEn_;
    QLineEdit *name_, *credit_, *licence_;
    QCheckBox *none_, *ends_, *keepPlace_;
    QDateEdit *lastDay_;
    std::vector<QLabel *> labels_;
};

} // namespace vigie::ui
