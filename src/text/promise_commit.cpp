// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/promise_commit.hpp"

namespace vigie::text {

namespace {

/// "si vous ...", "if you ...", "quand nous aurons ...": only then.
bool isConditional(const PromiseSentence &s)
{
    static const WordSet kWho = wordSet("vous tu nous on je j le la les l un une votre vos notre ton ta c cela ca elle elles ils il jamais aucun personne d tout rien vraiment");
    static const WordSet kPolite = wordSet("possible besoin necessaire needed necessary so anything");
    for (std::size_t i = 0; i < s.words.size(); ++i) {
        if (s.is(i, {"si"}) && has(kWho, s.at(i + 1)) && !(s.is(i + 1, {"besoin"})))
            return true;
        if (s.is(i, {"s"}) && s.is(i + 1, {"il", "ils"}) && !s.is(i + 3, {"plait"}))
            return true;
        if (s.is(i, {"if", "unless", "whenever", "provided"}) && !has(kPolite, s.at(i + 1)))
            return true;
        if (s.is(i, {"once", "when"}) && s.is(i + 1, {"you", "we", "i", "they", "it", "he", "she", "your", "our", "the"}))
            return true;
        if (s.is(i, {"soon"}) && s.is(i + 1, {"as"}) && !s.is(i + 2, {"possible"}))
            return true;
        if (s.is(i, {"quand", "lorsque", "lorsqu"}) || (s.is(i, {"fois"}) && s.is(i + 1, {"que", "qu"})) || (s.is(i, {"des", "tant"}) && s.is(i + 1, {"que", "qu"}) && !s.is(i + 2, {"possible"})))
            return true;
        if ((s.is(i, {"en"}) && s.is(i + 1, {"cas"}) && s.is(i + 2, {"de", "d"})) || (s.is(i, {"a"}) && s.is(i + 1, {"condition"})) || (s.is(i, {"sous"}) && s.is(i + 1, {"reserve"})))
            return true;
    }
    return false;
}

bool isHabit(const PromiseSentence &s)
{
    static const WordSet kAlways = wordSet("toujours generalement habituellement habitude chaque usually always generally typically normally every each often rarely souvent parfois moyenne average "
                                           "maybe perhaps possibly hopefully probably likely eventuellement probablement espere esperons hope hopes hoping peutetre");
    for (std::size_t i = 0; i < s.words.size(); ++i) {
        if (has(kAlways, s.at(i)) && !s.is(i, {"always"}))
            return true;
        if (s.is(i, {"always"}) || (s.is(i, {"peut"}) && s.is(i + 1, {"etre"})) || (s.is(i, {"sans"}) && s.is(i + 1, {"doute"})))
            return true;
        if ((s.is(i, {"en"}) && s.is(i + 1, {"general"})) || (s.is(i, {"tous", "toutes"}) && s.is(i + 1, {"les", "nos", "vos"}) && !s.is(i + 2, {"deux"})))
            return true;
        if (s.is(i, {"as"}) && s.is(i + 1, {"a"}) && s.is(i + 2, {"rule"}))
            return true;
    }
    return false;
}

/// "You said", "vous m'aviez promis", "on m'a dit que": words of others.
bool isReported(const PromiseSentence &s)
{
    static const WordSet kWho = wordSet("vous tu on il elle ils elles you they he she someone somebody collegue colleague vendeur conseiller livreur transporteur courier"),
                         kHad = wordSet("avez aviez as avais a avait ont avaient disiez disait disais disaient promettiez"),
                         kDone = wordSet("dit promis ecrit annonce assure repondu certifie garanti"), kSaid = wordSet("said promised told wrote claimed says say tells told assured"),
                         kOf = wordSet("vous nous m me t te l lui leur");
    for (std::size_t i = 0; i < s.words.size(); ++i) {
        if (!has(kWho, s.at(i)))
            continue;
        if (has(kSaid, s.at(i + 1)))
            return true;
        std::size_t j = i + 1;
        while (has(kOf, s.at(j)) && j < i + 4)
            ++j;
        if (has(kHad, s.at(j)) && (has(kDone, s.at(j + 1)) || has(kDone, s.at(j + 2)) || s.at(j).size() > 5))
            return true;
    }
    return false;
}

/// "Merci de nous repondre avant vendredi", "please let us know by Monday": it is the member who is asked.
bool asksTheMember(const PromiseSentence &s)
{
    static const WordSet kAsk = wordSet("merci veuillez priere please kindly pensez svp");
    if (s.is(0, {"merci"}) && (s.is(1, {"de", "d"})) && (s.is(2, {"nous", "me", "m", "bien", "ne"})))
        return true;
    if (s.is(0, {"please", "kindly"}) && s.is(1, {"reply", "answer", "send", "let", "get", "call", "contact", "come", "email", "write", "return", "confirm", "respond", "tell", "give"}))
        return !(s.is(1, {"give"}) && s.is(2, {"us", "me"}));
    return s.is(0, {"veuillez", "priere", "pensez", "n"}) && has(kAsk, s.at(0));
}

} // namespace

bool commitsNothing(const PromiseSentence &s)
{
    return s.question || isConditional(s) || isHabit(s) || isReported(s) || asksTheMember(s);
}

} // namespace vigie::text
