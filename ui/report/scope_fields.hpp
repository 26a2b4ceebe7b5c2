// SPDX-License-Identifier: GPL-3.0-or-later
// Whose mentions are meant, as the head of the dashboard asks it: brand or competitor, networks, languages, tags, tones, words, relays.
// Thread: the window's.
#pragma once

#include "ui/bridge/bridge.hpp"

#include <vigie/insight/figure.hpp>

#include <QWidget>

#include <functional>
#include <string>
#include <utility>
#include <vector>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace vigie::ui {

class MultiPick;

/// What can be chosen of: keys and names.
struct ScopeChoices {
    using Named = std::vector<std::pair<std::string, QString>>;
    Named queries, networks, tags;       ///< by number, connector id, number
    std::string brand;                   ///< name of the query that counts where none is named; empty: everything collected
    bool read = false;
};
/// Read for `context`, handed over on the window's thread.
void readScopeChoices(Bridge &bridge, QObject *context, std::function<void(Result<ScopeChoices>)> done);
/// In a line: "Verger, Mastodon + Bluesky, negative, without relays". What is not restricted is not named.
[[nodiscard]] QString scopeLine(const insight::FigureScope &scope, const ScopeChoices &choices, const Bridge &bridge);

class ScopeFields final : public QWidget {
    Q_OBJECT
public:
    explicit ScopeFields(QWidget *parent);
    void setChoices(const ScopeChoices &choices);
    void setScope(const insight::FigureScope &scope);
    [[nodiscard]] insight::FigureScope scope() const;
    /// What is wrong with the words, as a sentence; empty: nothing.
    [[nodiscard]] QString problem() const;

    [[nodiscard]] QComboBox *queryBox() const { return query_; }
    [[nodiscard]] MultiPick *networkPick() const { return networks_; }
    [[nodiscard]] MultiPick *langPick() const { return langs_; }
    [[nodiscard]] MultiPick *tagPick() const { return tags_; }
    [[nodiscard]] MultiPick *tonePick() const { return tones_; }
    [[nodiscard]] QLineEdit *wordsField() const { return words_; }
    [[nodiscard]] QCheckBox *relaysBox() const { return relays_; }

Q_SIGNALS:
    void changed();

private:
    void build();
    insight::FigureScope scope_;         ///< as it was given: what cannot be chosen here stays
    QComboBox *query_;
    MultiPick *networks_, *langs_, *tags_, *tones_;
    QLineEdit *words_;
    QCheckBox *relays_;
};

} // namespace vigie::ui
