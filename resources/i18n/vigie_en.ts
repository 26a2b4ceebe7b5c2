<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AlertWords</name>
    <message numerus="yes">
        <source>%1: %2 of %Ln are negative</source>
        <translation>
            <numerusform>%1: %2 of %Ln is negative</numerusform>
            <numerusform>%1: %2 of %Ln are negative</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: many at once, %2 of %Ln negative</source>
        <translation>
            <numerusform>%1: many at once, %2 of %Ln negative</numerusform>
            <numerusform>%1: many at once, %2 of %Ln negative</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln hit(s)</source>
        <translation>
            <numerusform>%1: %Ln hit</numerusform>
            <numerusform>%1: %Ln hits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversation(s) wait for a first answer</source>
        <translation>
            <numerusform>%Ln conversation waits for a first answer</numerusform>
            <numerusform>%Ln conversations wait for a first answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <comment>stretches of time</comment>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln conversation(s) due soon or late</source>
        <comment>%1 is the name of a service level</comment>
        <translation>
            <numerusform>%1: %Ln conversation due soon or late</numerusform>
            <numerusform>%1: %Ln conversations due soon or late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnswerImport</name>
    <message numerus="yes">
        <source>%Ln to add</source>
        <translation>
            <numerusform>%Ln to add</numerusform>
            <numerusform>%Ln to add</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to change</source>
        <translation>
            <numerusform>%Ln to change</numerusform>
            <numerusform>%Ln to change</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln the same already</source>
        <translation>
            <numerusform>%Ln the same already</numerusform>
            <numerusform>%Ln the same already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out</source>
        <translation>
            <numerusform>%Ln left out</numerusform>
            <numerusform>%Ln left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln answer(s) taken in</source>
        <translation>
            <numerusform>%Ln answer taken in</numerusform>
            <numerusform>%Ln answers taken in</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnswerWords</name>
    <message numerus="yes">
        <source>Given %Ln time(s)</source>
        <translation>
            <numerusform>Given once</numerusform>
            <numerusform>Given %Ln times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln follow-up(s)</source>
        <translation>
            <numerusform>%Ln follow-up</numerusform>
            <numerusform>%Ln follow-ups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Approval</name>
    <message numerus="yes">
        <source>%Ln person(s) must agree once it is planned.</source>
        <translation>
            <numerusform>%Ln person must agree once it is planned.</numerusform>
            <numerusform>%Ln people must agree once it is planned.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Waits for the agreement of %Ln person(s).</source>
        <translation>
            <numerusform>Waits for the agreement of %Ln person.</numerusform>
            <numerusform>Waits for the agreement of %Ln people.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Agreed by %1; %Ln more must agree.</source>
        <translation>
            <numerusform>Agreed by %1; %Ln more must agree.</numerusform>
            <numerusform>Agreed by %1; %Ln more must agree.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Calendar</name>
    <message numerus="yes">
        <source>%1, %n reaction(s)</source>
        <comment>state of a post</comment>
        <translation>
            <numerusform>%1, %n reaction</numerusform>
            <numerusform>%1, %n reactions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n like(s)</source>
        <translation>
            <numerusform>%n like</numerusform>
            <numerusform>%n likes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n relay(s)</source>
        <translation>
            <numerusform>%n relay</numerusform>
            <numerusform>%n relays</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n answer</numerusform>
            <numerusform>%n answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n expected</source>
        <comment>people at an event</comment>
        <translation>
            <numerusform>%n expected</numerusform>
            <numerusform>%n expected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CampaignPage</name>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>posts</comment>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CampaignResults</name>
    <message numerus="yes">
        <source>%1 (given by %2 of %n post(s); who saw two posts counts twice)</source>
        <comment>people reached</comment>
        <translation>
            <numerusform>%1 (given by %2 of %n post; who saw two posts counts twice)</numerusform>
            <numerusform>%1 (given by %2 of %n posts; who saw two posts counts twice)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Campaigns</name>
    <message numerus="yes">
        <source>%n move(s)</source>
        <comment>posts and events, with day D</comment>
        <translation>
            <numerusform>%n moves</numerusform>
            <numerusform>%n move</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n locked: stay(s)</source>
        <translation>
            <numerusform>%n locked: stays</numerusform>
            <numerusform>%n locked: stay</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already sent: stay(s)</source>
        <translation>
            <numerusform>%n already sent: stays</numerusform>
            <numerusform>%n already sent: stay</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n planned would be in the past: stay(s)</source>
        <translation>
            <numerusform>%n planned would be in the past: stays</numerusform>
            <numerusform>%n planned would be in the past: stay</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n planned would be before the embargo: stay(s)</source>
        <translation>
            <numerusform>%n planned would be before the embargo: stays</numerusform>
            <numerusform>%n planned would be before the embargo: stay</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sent</source>
        <comment>posts</comment>
        <translation>
            <numerusform>%n sent</numerusform>
            <numerusform>%n sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n planned</source>
        <comment>posts</comment>
        <translation>
            <numerusform>%n planned</numerusform>
            <numerusform>%n planned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s)</source>
        <comment>posts</comment>
        <translation>
            <numerusform>%n draft</numerusform>
            <numerusform>%n drafts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message numerus="yes">
        <source>%n relay(s)</source>
        <translation>
            <numerusform>%n relay</numerusform>
            <numerusform>%n relays</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) or film(s)</source>
        <translation>
            <numerusform>%n picture or film</numerusform>
            <numerusform>%n pictures or films</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reaction(s)</source>
        <translation>
            <numerusform>%n reaction</numerusform>
            <numerusform>%n reactions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message numerus="yes">
        <source>%n character(s) too long. Shorten it, or part it into a thread with a line of three hyphens.</source>
        <translation>
            <numerusform>%n character too long. Shorten it, or part it into a thread with a line of three hyphens.</numerusform>
            <numerusform>%n characters too long. Shorten it, or part it into a thread with a line of three hyphens.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s) too long: this network counts them as well. Shorten it, or part it into a thread with a line of three hyphens.</source>
        <translation>
            <numerusform>%n byte too long: this network counts them as well. Shorten it, or part it into a thread with a line of three hyphens.</numerusform>
            <numerusform>%n bytes too long: this network counts them as well. Shorten it, or part it into a thread with a line of three hyphens.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) that nobody sees: %1.</source>
        <translation>
            <numerusform>%n character that nobody sees: %1.</numerusform>
            <numerusform>%n characters that nobody sees: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 counts each narrow no-break space twice: %n here. An ordinary no-break space counts once.</source>
        <translation>
            <numerusform>%1 counts each narrow no-break space twice: %n here. An ordinary no-break space counts once.</numerusform>
            <numerusform>%1 counts each narrow no-break space twice: %n here. An ordinary no-break space counts once.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HealthWords</name>
    <message numerus="yes">
        <source>%Ln stream(s) are struck.</source>
        <translation>
            <numerusform>%Ln stream is struck.</numerusform>
            <numerusform>%Ln streams are struck.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln account(s) are struck by it.</source>
        <translation>
            <numerusform>%Ln account is struck by it.</numerusform>
            <numerusform>%Ln accounts are struck by it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln gap(s), %1 in all</source>
        <translation>
            <numerusform>%Ln gap, %1 in all</numerusform>
            <numerusform>%Ln gaps, %1 in all</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Inbox</name>
    <message numerus="yes">
        <source>answered %n time(s) before</source>
        <translation>
            <numerusform>answered once before</numerusform>
            <numerusform>answered %n times before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>relayed %n time(s)</source>
        <translation>
            <numerusform>relayed once</numerusform>
            <numerusform>relayed %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NetworkWords</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %Ln item(s) a day may leave in files.</source>
        <translation>
            <numerusform>At most %Ln item a day may leave in files.</numerusform>
            <numerusform>At most %Ln items a day may leave in files.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpenVariables</name>
    <message numerus="yes">
        <source>Not sent: %1 has no value yet.</source>
        <comment>name of a variable, or several</comment>
        <translation>
            <numerusform>Not sent: %1 has no value yet.</numerusform>
            <numerusform>Not sent: %1 have no value yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Passing</name>
    <message numerus="yes">
        <source>reminded %n time(s)</source>
        <translation>
            <numerusform>reminded once</numerusform>
            <numerusform>reminded %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Posting</name>
    <message numerus="yes">
        <source>%1 (%n other post(s) at that age: too few to compare)</source>
        <comment>reactions at an age</comment>
        <translation>
            <numerusform>%1 (%n other post at that age: too few to compare)</numerusform>
            <numerusform>%1 (%n other posts at that age: too few to compare)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; usual: %2 (half of them %3 to %4); more than %5 of %n other post(s)</source>
        <comment>reactions at an age</comment>
        <translation>
            <numerusform>%1; usual: %2 (half of them %3 to %4); more than %5 of %n other post</numerusform>
            <numerusform>%1; usual: %2 (half of them %3 to %4); more than %5 of %n other posts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%2 to %3), usual %4: %5; %n post(s)</source>
        <comment>reactions at an hour, their interval, the usual ones, a verdict</comment>
        <translation>
            <numerusform>%1 (%2 to %3), usual %4: %5; %n post</numerusform>
            <numerusform>%1 (%2 to %3), usual %4: %5; %n posts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing can be said about hours yet: %n post(s) of the last 16 weeks are a week old and have counts, and it takes %1.</source>
        <translation>
            <numerusform>Nothing can be said about hours yet: %n post of the last 16 weeks is a week old and has counts, and it takes %1.</numerusform>
            <numerusform>Nothing can be said about hours yet: %n posts of the last 16 weeks are a week old and have counts, and it takes %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reactions of a week as a share of followers, learnt from %n post(s) of the last 16 weeks.</source>
        <translation>
            <numerusform>Reactions of a week as a share of followers, learnt from %n post of the last 16 weeks.</numerusform>
            <numerusform>Reactions of a week as a share of followers, learnt from %n posts of the last 16 weeks.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reactions of a week, learnt from %n post(s) of the last 16 weeks.</source>
        <translation>
            <numerusform>Reactions of a week, learnt from %n post of the last 16 weeks.</numerusform>
            <numerusform>Reactions of a week, learnt from %n posts of the last 16 weeks.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n post(s) without counts are left out.</source>
        <translation>
            <numerusform>%n post without counts is left out.</numerusform>
            <numerusform>%n posts without counts are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tried on the last %n post(s), each by what was known before it: off by %1 comments in 24 hours on the average, where %2 came; a plain mean would be off by %3. %4 of them fell inside their interval.</source>
        <translation>
            <numerusform>Tried on the last %n post, by what was known before it: off by %1 comments in 24 hours on the average, where %2 came; a plain mean would be off by %3. %4 of them fell inside their interval.</numerusform>
            <numerusform>Tried on the last %n posts, each by what was known before it: off by %1 comments in 24 hours on the average, where %2 came; a plain mean would be off by %3. %4 of them fell inside their interval.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuerySentence</name>
    <message numerus="yes">
        <source>at most %n word(s) between</source>
        <translation>
            <numerusform>at most %n word between</numerusform>
            <numerusform>at most %n words between</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n hour ago</numerusform>
            <numerusform>%n hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s) ago</source>
        <translation>
            <numerusform>%n week ago</numerusform>
            <numerusform>%n weeks ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) ago</source>
        <translation>
            <numerusform>%n month ago</numerusform>
            <numerusform>%n months ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of the last %n hour(s)</source>
        <translation>
            <numerusform>of the last hour</numerusform>
            <numerusform>of the last %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of the last %n week(s)</source>
        <translation>
            <numerusform>of the last week</numerusform>
            <numerusform>of the last %n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of the last %n month(s)</source>
        <translation>
            <numerusform>of the last month</numerusform>
            <numerusform>of the last %n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of the last %n day(s)</source>
        <translation>
            <numerusform>of the last day</numerusform>
            <numerusform>of the last %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Repeats</name>
    <message numerus="yes">
        <source>every %n day(s)</source>
        <translation>
            <numerusform>every day</numerusform>
            <numerusform>every %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n week(s)</source>
        <translation>
            <numerusform>every week</numerusform>
            <numerusform>every %n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n month(s)</source>
        <translation>
            <numerusform>every month</numerusform>
            <numerusform>every %n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n year(s)</source>
        <translation>
            <numerusform>every year</numerusform>
            <numerusform>every %n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n time(s)</source>
        <translation>
            <numerusform>%1, %n time</numerusform>
            <numerusform>%1, %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReplyLength</name>
    <message numerus="yes">
        <source>%n link(s): %1</source>
        <translation>
            <numerusform>%n link: %1</numerusform>
            <numerusform>%n links: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s): %1</source>
        <translation>
            <numerusform>%n mention: %1</numerusform>
            <numerusform>%n mentions: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This network counts %n character(s) for any link.</source>
        <translation>
            <numerusform>This network counts %n character for any link.</numerusform>
            <numerusform>This network counts %n characters for any link.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) too many.</source>
        <translation>
            <numerusform>%n character too many.</numerusform>
            <numerusform>%n characters too many.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s) too many.</source>
        <translation>
            <numerusform>%n byte too many.</numerusform>
            <numerusform>%n bytes too many.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RuleWords</name>
    <message numerus="yes">
        <source>snoozed for %n hour(s)</source>
        <translation>
            <numerusform>snoozed for %n hour</numerusform>
            <numerusform>snoozed for %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>an answer after %n minute(s)</source>
        <translation>
            <numerusform>an answer after %n minute</numerusform>
            <numerusform>an answer after %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>passed on to a service after %n minute(s)</source>
        <translation>
            <numerusform>passed on to a service after %n minute</numerusform>
            <numerusform>passed on to a service after %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WindowCommands</name>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln new</numerusform>
            <numerusform>%Ln new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::AccountCard</name>
    <message numerus="yes">
        <source>%n gap(s) - read again</source>
        <translation>
            <numerusform>%n gap - read again</numerusform>
            <numerusform>%n gaps - read again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::AccountsPanel</name>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln new</numerusform>
            <numerusform>%Ln new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The gaps were asked for again: %Ln new mention(s). What the network no longer gives stays marked.</source>
        <translation>
            <numerusform>The gaps were asked for again: %Ln new mention. What the network no longer gives stays marked.</numerusform>
            <numerusform>The gaps were asked for again: %Ln new mentions. What the network no longer gives stays marked.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::AgainPane</name>
    <message numerus="yes">
        <source>These texts brought clearly more than is usual for their account, name no day, hour or price, and were not said or planned for %n day(s). Enter makes a draft of the chosen one.</source>
        <translation>
            <numerusform>These texts brought clearly more than is usual for their account, name no day, hour or price, and were not said or planned for %n day. Enter makes a draft of the chosen one.</numerusform>
            <numerusform>These texts brought clearly more than is usual for their account, name no day, hour or price, and were not said or planned for %n days. Enter makes a draft of the chosen one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 reactions, %2 times the usual %3 (of %n post(s)); names no day</source>
        <translation>
            <numerusform>%1 reactions, %2 times the usual %3 (of %n post); names no day</numerusform>
            <numerusform>%1 reactions, %2 times the usual %3 (of %n posts); names no day</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::AlertNotifier</name>
    <message numerus="yes">
        <source>%Ln alert(s) to look at</source>
        <translation>
            <numerusform>%Ln alert to look at</numerusform>
            <numerusform>%Ln alerts to look at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::AnswersPanel</name>
    <message numerus="yes">
        <source>%Ln answer(s)</source>
        <translation>
            <numerusform>%Ln answer</numerusform>
            <numerusform>%Ln answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln answer(s) in %1</source>
        <translation>
            <numerusform>%Ln answer in %1</numerusform>
            <numerusform>%Ln answers in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::AssetEditor</name>
    <message numerus="yes">
        <source>Used in %n post(s)</source>
        <translation>
            <numerusform>Used in %n post</numerusform>
            <numerusform>Used in %n posts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::BehindPane</name>
    <message numerus="yes">
        <source>%n row(s), the newest %1 here</source>
        <translation>
            <numerusform>%n row, the newest %1 here</numerusform>
            <numerusform>%n rows, the newest %1 here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::BoardCharts</name>
    <message numerus="yes">
        <source>%n star(s)</source>
        <translation>
            <numerusform>%n star</numerusform>
            <numerusform>%n stars</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::CalendarActions</name>
    <message numerus="yes">
        <source>Taken back, but for %n thing(s) that changed since or left already.</source>
        <translation>
            <numerusform>Taken back, but for %n thing that changed since or left already.</numerusform>
            <numerusform>Taken back, but for %n things that changed since or left already.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::CalendarPlanning</name>
    <message numerus="yes">
        <source>%n entry(ies) saved.</source>
        <comment>of a calendar file</comment>
        <translation>
            <numerusform>%n entry saved.</numerusform>
            <numerusform>%n entries saved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::CampaignsDialog</name>
    <message numerus="yes">
        <source>%n hole(s): a phase that says nothing on a channel of the campaign.</source>
        <translation>
            <numerusform>%n hole: a phase that says nothing on a channel of the campaign.</numerusform>
            <numerusform>%n holes: phases that say nothing on a channel of the campaign.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n planned post(s) would have left before the embargo: they are drafts again.</source>
        <translation>
            <numerusform>%n planned post would have left before the embargo: it is a draft again.</numerusform>
            <numerusform>%n planned posts would have left before the embargo: they are drafts again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::Column</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n new mention(s)</source>
        <translation>
            <numerusform>Show %n new mention</numerusform>
            <numerusform>Show %n new mentions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation>
            <numerusform>%n mention</numerusform>
            <numerusform>%n mentions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not read yet</source>
        <translation>
            <numerusform>%n not read yet</numerusform>
            <numerusform>%n not read yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n aside</source>
        <comment>mentions that are kept aside</comment>
        <translation>
            <numerusform>%n aside</numerusform>
            <numerusform>%n aside</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kept aside as not about it, and not counted: show</source>
        <translation>
            <numerusform>%n kept aside as not about it, and not counted: show</numerusform>
            <numerusform>%n kept aside as not about it, and not counted: show</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::ColumnEditor</name>
    <message numerus="yes">
        <source>%n example(s) fail. Nothing was saved: press Save all the same, or change the query.</source>
        <translation>
            <numerusform>%n example fails. Nothing was saved: press Save all the same, or change the query.</numerusform>
            <numerusform>%n examples fail. Nothing was saved: press Save all the same, or change the query.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::ConversationView</name>
    <message numerus="yes">
        <source>Show %n earlier message(s)</source>
        <translation>
            <numerusform>Show %n earlier message</numerusform>
            <numerusform>Show %n earlier messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) selected</source>
        <translation>
            <numerusform>%n ticket selected</numerusform>
            <numerusform>%n tickets selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n relay(s)</source>
        <translation>
            <numerusform>%n relay</numerusform>
            <numerusform>%n relays</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n later message(s)</source>
        <translation>
            <numerusform>Show %n later message</numerusform>
            <numerusform>Show %n later messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::CoverageDialog</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read again: %n mention(s) found.</source>
        <translation>
            <numerusform>Read again: %n mention found.</numerusform>
            <numerusform>Read again: %n mentions found.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::CoverageWords</name>
    <message numerus="yes">
        <source>%n gap(s)</source>
        <translation>
            <numerusform>%n gap</numerusform>
            <numerusform>%n gaps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::DashboardPanel</name>
    <message numerus="yes">
        <source>Nothing was learned: %n label(s) by hand, at least %1 are needed. Say the tone of more mentions.</source>
        <translation>
            <numerusform>Nothing was learned: %n label by hand, at least %1 are needed. Say the tone of more mentions.</numerusform>
            <numerusform>Nothing was learned: %n labels by hand, at least %1 are needed. Say the tone of more mentions.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Learned from %n label(s). Mentions are judged anew.</source>
        <translation>
            <numerusform>Learned from %n label. Mentions are judged anew.</numerusform>
            <numerusform>Learned from %n labels. Mentions are judged anew.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Forgotten: what %n label(s) had taught.</source>
        <translation>
            <numerusform>Forgotten: what %n label had taught.</numerusform>
            <numerusform>Forgotten: what %n labels had taught.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::DeskActions</name>
    <message numerus="yes">
        <source>%n ticket(s) done</source>
        <translation>
            <numerusform>%n ticket done</numerusform>
            <numerusform>%n tickets done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) ignored</source>
        <translation>
            <numerusform>%n ticket ignored</numerusform>
            <numerusform>%n tickets ignored</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) waiting for a colleague</source>
        <translation>
            <numerusform>%n ticket waiting for a colleague</numerusform>
            <numerusform>%n tickets waiting for a colleague</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) waiting for the member</source>
        <translation>
            <numerusform>%n ticket waiting for the member</numerusform>
            <numerusform>%n tickets waiting for the member</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) opened again</source>
        <translation>
            <numerusform>%n ticket opened again</numerusform>
            <numerusform>%n tickets opened again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) without an owner</source>
        <translation>
            <numerusform>%n ticket without an owner</numerusform>
            <numerusform>%n tickets without an owner</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) assigned to %1</source>
        <translation>
            <numerusform>%n ticket assigned to %1</numerusform>
            <numerusform>%n tickets assigned to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) snoozed until %1</source>
        <translation>
            <numerusform>%n ticket snoozed until %1</numerusform>
            <numerusform>%n tickets snoozed until %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) tagged %1</source>
        <translation>
            <numerusform>%n ticket tagged %1</numerusform>
            <numerusform>%n tickets tagged %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tag %1 taken off %n ticket(s)</source>
        <translation>
            <numerusform>Tag %1 taken off %n ticket</numerusform>
            <numerusform>Tag %1 taken off %n tickets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::EffectDialog</name>
    <message numerus="yes">
        <source>%n become(s) late</source>
        <translation>
            <numerusform>%n becomes late</numerusform>
            <numerusform>%n become late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n is/are late no more</source>
        <translation>
            <numerusform>%n is late no more</numerusform>
            <numerusform>%n are late no more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lose(s) time</source>
        <translation>
            <numerusform>%n loses time</numerusform>
            <numerusform>%n lose time</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gain(s) time</source>
        <translation>
            <numerusform>%n gains time</numerusform>
            <numerusform>%n gain time</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n is/are promised something now</source>
        <translation>
            <numerusform>%n is promised something now</numerusform>
            <numerusform>%n are promised something now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n is/are promised nothing any more</source>
        <translation>
            <numerusform>%n is promised nothing any more</numerusform>
            <numerusform>%n are promised nothing any more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n open clock(s) none changes.</source>
        <translation>
            <numerusform>Of %n open clock none changes.</numerusform>
            <numerusform>Of %n open clocks none changes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n open clock(s): %1.</source>
        <translation>
            <numerusform>Of %n open clock: %1.</numerusform>
            <numerusform>Of %n open clocks: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::EffortDialog</name>
    <message numerus="yes">
        <source>%Ln key(s)</source>
        <translation>
            <numerusform>%Ln key</numerusform>
            <numerusform>%Ln keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln click(s)</source>
        <translation>
            <numerusform>%Ln click</numerusform>
            <numerusform>%Ln clicks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In the last %1 days, for %Ln conversation(s): %2 keys, %3 clicks and %4 seconds each.</source>
        <translation>
            <numerusform>In the last %1 days, for %Ln conversation: %2 keys, %3 clicks and %4 seconds.</numerusform>
            <numerusform>In the last %1 days, for %Ln conversations: %2 keys, %3 clicks and %4 seconds each.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: clicked %Ln time(s). The key %2 does it.</source>
        <translation>
            <numerusform>%1: clicked %Ln time. The key %2 does it.</numerusform>
            <numerusform>%1: clicked %Ln times. The key %2 does it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::EntryWidget</name>
    <message numerus="yes">
        <source>relayed %n time(s)</source>
        <translation>
            <numerusform>relayed once</numerusform>
            <numerusform>relayed %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Edited %n time(s): what was changed?</source>
        <translation>
            <numerusform>Edited once: what was changed?</numerusform>
            <numerusform>Edited %n times: what was changed?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n message(s) below</source>
        <translation>
            <numerusform>Show %n message below</numerusform>
            <numerusform>Show %n messages below</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fold %n message(s) below</source>
        <translation>
            <numerusform>Fold %n message below</numerusform>
            <numerusform>Fold %n messages below</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::EraseDialog</name>
    <message numerus="yes">
        <source>name, handle, picture and profile of %n identity(ies)</source>
        <translation>
            <numerusform>name, handle, picture and profile of %n identity</numerusform>
            <numerusform>name, handle, picture and profile of %n identities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the words of %n message(s) of theirs</source>
        <translation>
            <numerusform>the words of %n message of theirs</numerusform>
            <numerusform>the words of %n messages of theirs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the words of %n answer(s) of ours to them; what has not left is cancelled</source>
        <translation>
            <numerusform>the words of %n answer of ours to them; what has not left is cancelled</numerusform>
            <numerusform>the words of %n answers of ours to them; what has not left is cancelled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) to colleagues, with their answers</source>
        <translation>
            <numerusform>%n question to colleagues, with its answers</numerusform>
            <numerusform>%n questions to colleagues, with their answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>their name in %n message(s) of others</source>
        <translation>
            <numerusform>their name in %n message of others</numerusform>
            <numerusform>their name in %n messages of others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) kept as evidence, unless you keep them; that they were there, when and why they went stays in the chain</source>
        <translation>
            <numerusform>%n entry kept as evidence, unless you keep it; that it was there, when and why it went stays in the chain</numerusform>
            <numerusform>%n entries kept as evidence, unless you keep them; that they were there, when and why they went stays in the chain</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Forgotten: %n message(s),</source>
        <translation>
            <numerusform>Forgotten: %n message,</numerusform>
            <numerusform>Forgotten: %n messages,</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s), entry %1 of the log.</source>
        <translation>
            <numerusform>%n answer, entry %1 of the log.</numerusform>
            <numerusform>%n answers, entry %1 of the log.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Still there: %1 (%n row(s))</source>
        <translation>
            <numerusform>Still there: %1 (%n row)</numerusform>
            <numerusform>Still there: %1 (%n rows)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::EvidencePanel</name>
    <message numerus="yes">
        <source>%Ln item(s)</source>
        <translation>
            <numerusform>%Ln item</numerusform>
            <numerusform>%Ln items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the newest %Ln item(s)</source>
        <translation>
            <numerusform>the newest item</numerusform>
            <numerusform>the newest %Ln items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sound: %Ln entry(ies) verified.</source>
        <translation>
            <numerusform>Sound: %Ln entry verified.</numerusform>
            <numerusform>Sound: %Ln entries verified.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s) exported to %1.</source>
        <translation>
            <numerusform>%Ln item exported to %1.</numerusform>
            <numerusform>%Ln items exported to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s) were left out: their network&apos;s terms forbid to pass them on.</source>
        <translation>
            <numerusform>%Ln item was left out: its network&apos;s terms forbid to pass it on.</numerusform>
            <numerusform>%Ln items were left out: their network&apos;s terms forbid to pass them on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Words and pictures of %Ln item(s) are erased for good. That they were kept, when, and the reason stay in the chain, which still verifies.</source>
        <translation>
            <numerusform>Words and pictures of %Ln item are erased for good. That it was kept, when, and the reason stay in the chain, which still verifies.</numerusform>
            <numerusform>Words and pictures of %Ln items are erased for good. That they were kept, when, and the reason stay in the chain, which still verifies.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s) erased.</source>
        <translation>
            <numerusform>%Ln item erased.</numerusform>
            <numerusform>%Ln items erased.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::FigureText</name>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n conversation</numerusform>
            <numerusform>%n conversations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n post(s)</source>
        <translation>
            <numerusform>%n post</numerusform>
            <numerusform>%n posts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n review(s)</source>
        <translation>
            <numerusform>%n review</numerusform>
            <numerusform>%n reviews</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation>
            <numerusform>%n mention</numerusform>
            <numerusform>%n mentions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) without</source>
        <translation>
            <numerusform>%n row without</numerusform>
            <numerusform>%n rows without</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The network does not give this for %n row(s)</source>
        <translation>
            <numerusform>The network does not give this for %n row</numerusform>
            <numerusform>The network does not give this for %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) judged by the counts of an earlier day</source>
        <translation>
            <numerusform>%n row judged by the counts of an earlier day</numerusform>
            <numerusform>%n rows judged by the counts of an earlier day</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still open</source>
        <translation>
            <numerusform>%n still open</numerusform>
            <numerusform>%n still open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only %n row(s): read it with care</source>
        <translation>
            <numerusform>Only %n row: read it with care</numerusform>
            <numerusform>Only %n rows: read it with care</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) left out: ours, deleted, or kept aside</source>
        <translation>
            <numerusform>%n row left out: ours, deleted, or kept aside</numerusform>
            <numerusform>%n rows left out: ours, deleted, or kept aside</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not given</source>
        <translation>
            <numerusform>%n not given</numerusform>
            <numerusform>%n not given</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>tone: accuracy not measured (%n label(s) by hand, 50 are needed)</source>
        <translation>
            <numerusform>tone: accuracy not measured (%n label by hand, 50 are needed)</numerusform>
            <numerusform>tone: accuracy not measured (%n labels by hand, 50 are needed)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>tone: right in %1 (%2 to %3) of %n label(s) by hand</source>
        <translation>
            <numerusform>tone: right in %1 (%2 to %3) of %n label by hand</numerusform>
            <numerusform>tone: right in %1 (%2 to %3) of %n labels by hand</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies)</source>
        <comment>of visits and goals</comment>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <comment>to a survey</comment>
        <translation>
            <numerusform>%n answer</numerusform>
            <numerusform>%n answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of which only an estimate is known</source>
        <translation>
            <numerusform>%n row of which only an estimate is known</numerusform>
            <numerusform>%n rows of which only an estimate is known</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) left out: they work for us, are paid by us, or asked not to be ranked</source>
        <translation>
            <numerusform>%n person left out: they work for us, are paid by us, or asked not to be ranked</numerusform>
            <numerusform>%n people left out: they work for us, are paid by us, or asked not to be ranked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not comparable: amounts in %n currency(ies) are never added up</source>
        <translation>
            <numerusform>Not comparable: amounts in %n currency are never added up</numerusform>
            <numerusform>Not comparable: amounts in %n currencies are never added up</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answered</source>
        <comment>conversations</comment>
        <translation>
            <numerusform>%n answered</numerusform>
            <numerusform>%n answered</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::HandoverDesk</name>
    <message numerus="yes">
        <source>%Ln ticket(s) given an owner</source>
        <translation>
            <numerusform>%Ln ticket given an owner</numerusform>
            <numerusform>%Ln tickets given an owner</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln handed on</source>
        <translation>
            <numerusform>%Ln handed on</numerusform>
            <numerusform>%Ln handed on</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left</source>
        <translation>
            <numerusform>%Ln left</numerusform>
            <numerusform>%Ln left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) of %1 taken in</source>
        <translation>
            <numerusform>%Ln change of %1 taken in</numerusform>
            <numerusform>%Ln changes of %1 taken in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conflict(s)</source>
        <translation>
            <numerusform>%Ln conflict</numerusform>
            <numerusform>%Ln conflicts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::HeldDialog</name>
    <message numerus="yes">
        <source>%Ln post(s) cancelled.</source>
        <translation>
            <numerusform>%Ln post cancelled.</numerusform>
            <numerusform>%Ln posts cancelled.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln post(s) moved.</source>
        <translation>
            <numerusform>%Ln post moved.</numerusform>
            <numerusform>%Ln posts moved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln post(s) kept.</source>
        <translation>
            <numerusform>%Ln post kept.</numerusform>
            <numerusform>%Ln posts kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::ImportCalendarDialog</name>
    <message numerus="yes">
        <source>%n new draft(s)</source>
        <translation>
            <numerusform>%n new draft</numerusform>
            <numerusform>%n new drafts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new event(s)</source>
        <translation>
            <numerusform>%n new event</numerusform>
            <numerusform>%n new events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) that change</source>
        <translation>
            <numerusform>%n event that changes</numerusform>
            <numerusform>%n events that change</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n there already</source>
        <translation>
            <numerusform>%n there already</numerusform>
            <numerusform>%n there already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n left out</numerusform>
            <numerusform>%n left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) taken in.</source>
        <comment>of a file</comment>
        <translation>
            <numerusform>%n entry taken in.</numerusform>
            <numerusform>%n entries taken in.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::ImportForm</name>
    <message numerus="yes">
        <source>%Ln line(s) read</source>
        <translation>
            <numerusform>%Ln line read</numerusform>
            <numerusform>%Ln lines read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln added</source>
        <translation>
            <numerusform>%Ln added</numerusform>
            <numerusform>%Ln added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln known already</source>
        <translation>
            <numerusform>%Ln known already</numerusform>
            <numerusform>%Ln known already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <translation>
            <numerusform>%Ln changed</numerusform>
            <numerusform>%Ln changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) could not be used</source>
        <translation>
            <numerusform>%Ln line could not be used</numerusform>
            <numerusform>%Ln lines could not be used</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) cannot be used; the others are</source>
        <translation>
            <numerusform>%Ln line cannot be used; the others are</numerusform>
            <numerusform>%Ln lines cannot be used; the others are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What each column is, with the first rows (%Ln usable among those looked at)</source>
        <translation>
            <numerusform>What each column is, with the first rows (%Ln usable among those looked at)</numerusform>
            <numerusform>What each column is, with the first rows (%Ln usable among those looked at)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) by rules</source>
        <translation>
            <numerusform>%Ln change by rules</numerusform>
            <numerusform>%Ln changes by rules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln shown to the rules</source>
        <translation>
            <numerusform>%Ln shown to the rules</numerusform>
            <numerusform>%Ln shown to the rules</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::KeptBox</name>
    <message numerus="yes">
        <source>%Ln picture(s) kept.</source>
        <translation>
            <numerusform>%Ln picture kept.</numerusform>
            <numerusform>%Ln pictures kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) still to be fetched.</source>
        <translation>
            <numerusform>%Ln picture still to be fetched.</numerusform>
            <numerusform>%Ln pictures still to be fetched.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show what was kept: %Ln version(s)</source>
        <translation>
            <numerusform>Show what was kept: %Ln version</numerusform>
            <numerusform>Show what was kept: %Ln versions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::ListCard</name>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation>
            <numerusform>%n other</numerusform>
            <numerusform>%n others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::LoadPane</name>
    <message numerus="yes">
        <source>Learnt from %n post(s) of the last half year: what each account&apos;s posts brought, how soon after the post, and at what hour of the day.</source>
        <translation>
            <numerusform>Learnt from %n post of the last half year: what each account&apos;s posts brought, how soon after the post, and at what hour of the day.</numerusform>
            <numerusform>Learnt from %n posts of the last half year: what each account&apos;s posts brought, how soon after the post, and at what hour of the day.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::MembersPanel</name>
    <message numerus="yes">
        <source>The first %n person(s); words find the others.</source>
        <translation>
            <numerusform>The first %n person; words find the others.</numerusform>
            <numerusform>The first %n people; words find the others.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::MissedBanner</name>
    <message numerus="yes">
        <source>Publish %n missed post(s) now?</source>
        <translation>
            <numerusform>Publish %n missed post now?</numerusform>
            <numerusform>Publish %n missed posts now?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n post(s) missed their hour while nothing could be sent. Nothing was published: you decide.</source>
        <translation>
            <numerusform>%n post missed their hour while nothing could be sent. Nothing was published: you decide.</numerusform>
            <numerusform>%n posts missed their hour while nothing could be sent. Nothing was published: you decide.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::MonthView</name>
    <message numerus="yes">
        <source>+%n more</source>
        <comment>posts of a day</comment>
        <translation>
            <numerusform>+%n more</numerusform>
            <numerusform>+%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::OutboxDialog</name>
    <message numerus="yes">
        <source>%Ln on the way.</source>
        <translation>
            <numerusform>%Ln on the way.</numerusform>
            <numerusform>%Ln on the way.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left today.</source>
        <translation>
            <numerusform>%Ln left today.</numerusform>
            <numerusform>%Ln left today.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln wait(s) for you.</source>
        <translation>
            <numerusform>%Ln waits for you.</numerusform>
            <numerusform>%Ln wait for you.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::PassingStrip</name>
    <message numerus="yes">
        <source>and %Ln earlier question(s)</source>
        <translation>
            <numerusform>and %Ln earlier question</numerusform>
            <numerusform>and %Ln earlier questions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::PauseBanner</name>
    <message numerus="yes">
        <source>%Ln post(s) or answer(s) kept back.</source>
        <translation>
            <numerusform>%Ln post or answer kept back.</numerusform>
            <numerusform>%Ln posts or answers kept back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln post(s) that a pause kept back wait for your decision. None of them leaves by itself.</source>
        <translation>
            <numerusform>%Ln post that a pause kept back waits for your decision. It does not leave by itself.</numerusform>
            <numerusform>%Ln posts that a pause kept back wait for your decision. None of them leaves by itself.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::PersonPane</name>
    <message numerus="yes">
        <source>What we hold: the handle, %n public message(s) since %1, our exchanges, tags and notes, to answer them (legitimate interest). It stays on this machine.</source>
        <translation>
            <numerusform>What we hold: the handle, %n public message since %1, our exchanges, tags and notes, to answer them (legitimate interest). It stays on this machine.</numerusform>
            <numerusform>What we hold: the handle, %n public messages since %1, our exchanges, tags and notes, to answer them (legitimate interest). It stays on this machine.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::PostEditor</name>
    <message numerus="yes">
        <source>Publish this post now on %n account(s)?</source>
        <translation>
            <numerusform>Publish this post now on %n account?</numerusform>
            <numerusform>Publish this post now on %n accounts?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Thread of %n post(s), parted at the lines of three hyphens.</source>
        <translation>
            <numerusform>Thread of %n post, parted at the lines of three hyphens.</numerusform>
            <numerusform>Thread of %n posts, parted at the lines of three hyphens.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 on %2: %n too many</source>
        <translation>
            <numerusform>%1 on %2: %n too many</numerusform>
            <numerusform>%1 on %2: %n too many</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::PostPreview</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::QueryChanges</name>
    <message numerus="yes">
        <source>%Ln added</source>
        <comment>mentions</comment>
        <translation>
            <numerusform>%Ln added</numerusform>
            <numerusform>%Ln added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lost</source>
        <comment>mentions</comment>
        <translation>
            <numerusform>%Ln lost</numerusform>
            <numerusform>%Ln lost</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::QueryEditor</name>
    <message numerus="yes">
        <source>More than %n mention(s) satisfy it</source>
        <translation>
            <numerusform>More than %n mention satisfies it</numerusform>
            <numerusform>More than %n mentions satisfy it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) satisfy it</source>
        <translation>
            <numerusform>%n mention satisfies it</numerusform>
            <numerusform>%n mentions satisfy it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least %n mention(s) satisfy it, still counting</source>
        <translation>
            <numerusform>At least %n mention satisfies it, still counting</numerusform>
            <numerusform>At least %n mentions satisfy it, still counting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::QueryExamplesBox</name>
    <message numerus="yes">
        <source>%n example(s) fail</source>
        <translation>
            <numerusform>%n example fails</numerusform>
            <numerusform>%n examples fail</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::QueryPaste</name>
    <message numerus="yes">
        <source>... and %n more</source>
        <translation>
            <numerusform>... and %n more</numerusform>
            <numerusform>... and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::QueuePane</name>
    <message numerus="yes">
        <source>%n ticket(s) in this view</source>
        <translation>
            <numerusform>%n ticket in this view</numerusform>
            <numerusform>%n tickets in this view</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::QueuesDialog</name>
    <message numerus="yes">
        <source>%n draft(s) wait(s) for a slot.</source>
        <translation>
            <numerusform>%n draft waits for a slot.</numerusform>
            <numerusform>%n drafts wait for a slot.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) took their slots.</source>
        <translation>
            <numerusform>%n draft took its slot.</numerusform>
            <numerusform>%n drafts took their slots.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n post(s) moved up.</source>
        <translation>
            <numerusform>%n post moved up.</numerusform>
            <numerusform>%n posts moved up.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::RailButton</name>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation>
            <numerusform>%n to look at</numerusform>
            <numerusform>%n to look at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::RatingScaleRow</name>
    <message numerus="yes">
        <source>%Ln say(s) of how many and is read so</source>
        <translation>
            <numerusform>%Ln says of how many and is read so</numerusform>
            <numerusform>%Ln say of how many and are read so</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln is/are no rating: their lines have none</source>
        <translation>
            <numerusform>%Ln is no rating: its line has none</numerusform>
            <numerusform>%Ln are no ratings: their lines have none</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln beyond that: their lines are left out</source>
        <translation>
            <numerusform>%Ln beyond that: its line is left out</numerusform>
            <numerusform>%Ln beyond that: their lines are left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::ReadingPane</name>
    <message numerus="yes">
        <source>Edited: %n earlier text(s)</source>
        <translation>
            <numerusform>Edited: %n earlier text</numerusform>
            <numerusform>Edited: %n earlier texts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) here since %1.</source>
        <translation>
            <numerusform>%n mention here since %1.</numerusform>
            <numerusform>%n mentions here since %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>We answered %n time(s).</source>
        <translation>
            <numerusform>We answered once.</numerusform>
            <numerusform>We answered %n times.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Thread, %n message(s)</source>
        <translation>
            <numerusform>Thread, %n message</numerusform>
            <numerusform>Thread, %n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show all %n message(s)</source>
        <translation>
            <numerusform>Show the message</numerusform>
            <numerusform>Show all %n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show all %n relay(s)</source>
        <translation>
            <numerusform>Show the relay</numerusform>
            <numerusform>Show all %n relays</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::ReplyBox</name>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s), sent one after the other: %1</source>
        <translation>
            <numerusform>%n part: %1</numerusform>
            <numerusform>%n parts, sent one after the other: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::ReportDialog</name>
    <message numerus="yes">
        <source>%n report file(s) written</source>
        <translation>
            <numerusform>%n report file written</numerusform>
            <numerusform>%n report files written</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::ResultsPanel</name>
    <message numerus="yes">
        <source>%Ln mention(s)</source>
        <translation>
            <numerusform>%Ln mention</numerusform>
            <numerusform>%Ln mentions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the newest %Ln, more below</source>
        <translation>
            <numerusform>the newest one, more below</numerusform>
            <numerusform>the newest %Ln, more below</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) are still being indexed and were not looked at.</source>
        <translation>
            <numerusform>%n text is still being indexed and was not looked at.</numerusform>
            <numerusform>%n texts are still being indexed and were not looked at.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::ReviewWords</name>
    <message numerus="yes">
        <source>%n review(s)</source>
        <translation>
            <numerusform>%n review</numerusform>
            <numerusform>%n reviews</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Answered ÷ reviews that are answered or older than 24 hours. The time is the median to the first answer of those answered. %n answer(s) came after more than 7 days.</source>
        <translation>
            <numerusform>Answered ÷ reviews that are answered or older than 24 hours. The time is the median to the first answer of those answered. %n answer came after more than 7 days.</numerusform>
            <numerusform>Answered ÷ reviews that are answered or older than 24 hours. The time is the median to the first answer of those answered. %n answers came after more than 7 days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n star(s)</source>
        <translation>
            <numerusform>%n star</numerusform>
            <numerusform>%n stars</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n review(s) of this place in 24 hours; usually %1 a day</source>
        <translation>
            <numerusform>%n review of this place in 24 hours; usually %1 a day</numerusform>
            <numerusform>%n reviews of this place in 24 hours; usually %1 a day</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n review(s) by this account in 24 hours</source>
        <translation>
            <numerusform>%n review by this account in 24 hours</numerusform>
            <numerusform>%n reviews by this account in 24 hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all %n review(s) of this account are at an end of the scale</source>
        <translation>
            <numerusform>the only review of this account is at an end of the scale (%n)</numerusform>
            <numerusform>all %n reviews of this account are at an end of the scale</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the account was made %n day(s) before</source>
        <translation>
            <numerusform>the account was made %n day before</numerusform>
            <numerusform>the account was made %n days before</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::RuleEditor</name>
    <message numerus="yes">
        <source>It would have rung %Ln time(s) in the last four weeks, last on %1: %2</source>
        <translation>
            <numerusform>It would have rung once in the last four weeks, on %1: %2</numerusform>
            <numerusform>It would have rung %Ln times in the last four weeks, last on %1: %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::RulesPanel</name>
    <message numerus="yes">
        <source>the last %n day(s)</source>
        <translation>
            <numerusform>the last day</numerusform>
            <numerusform>the last %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1
%2: %3
acted %n time(s)</source>
        <comment>name of a rule, when, what; how often</comment>
        <translation>
            <numerusform>%1
%2: %3
acted %n time</numerusform>
            <numerusform>%1
%2: %3
acted %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>would have matched %n item(s) in %1</source>
        <translation>
            <numerusform>would have matched %n item in %1</numerusform>
            <numerusform>would have matched %n items in %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and changed %n</source>
        <comment>of the mentions that a rule matched</comment>
        <translation>
            <numerusform>and changed %n</numerusform>
            <numerusform>and changed %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %n mention(s) of the past?</source>
        <translation>
            <numerusform>Change %n mention of the past?</numerusform>
            <numerusform>Change %n mentions of the past?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) changed</source>
        <translation>
            <numerusform>%n mention changed</numerusform>
            <numerusform>%n mentions changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::ServicesEditor</name>
    <message numerus="yes">
        <source>%1: %2, %n address(es)</source>
        <translation>
            <numerusform>%1: %2, %n address</numerusform>
            <numerusform>%1: %2, %n addresses</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::ShelfColumn</name>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation>
            <numerusform>%n mention</numerusform>
            <numerusform>%n mentions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::SiteWords</name>
    <message numerus="yes">
        <source>Longer than %n character(s)</source>
        <translation>
            <numerusform>Longer than %n character</numerusform>
            <numerusform>Longer than %n characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::StarBars</name>
    <message numerus="yes">
        <source>%n star(s)</source>
        <translation>
            <numerusform>%n star</numerusform>
            <numerusform>%n stars</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::StartPage</name>
    <message numerus="yes">
        <source>Take at least %n characters: the file is only as safe as its passphrase.</source>
        <translation>
            <numerusform>Take at least %n characters: the file is only as safe as its passphrase.</numerusform>
            <numerusform>Take at least %n characters: the file is only as safe as its passphrase.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::StatusLine</name>
    <message numerus="yes">
        <source>%n network(s), nothing read yet</source>
        <translation>
            <numerusform>%n network, nothing read yet</numerusform>
            <numerusform>%n networks, nothing read yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n network(s), all seen up to %1</source>
        <translation>
            <numerusform>%n network, all seen up to %1</numerusform>
            <numerusform>%n networks, all seen up to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gap(s), %1 in all - fill</source>
        <translation>
            <numerusform>%n gap, %1 in all - fill</numerusform>
            <numerusform>%n gaps, %1 in all - fill</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on the way</source>
        <translation>
            <numerusform>%n on the way</numerusform>
            <numerusform>%n on the way</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n outcome(s) not known yet</source>
        <translation>
            <numerusform>%n outcome not known yet</numerusform>
            <numerusform>%n outcomes not known yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sent</source>
        <translation>
            <numerusform>%n not sent</numerusform>
            <numerusform>%n not sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missed, waiting for a decision</source>
        <translation>
            <numerusform>%n missed, waiting for a decision</numerusform>
            <numerusform>%n missed, waiting for a decision</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln since yesterday</source>
        <translation>
            <numerusform>%Ln since yesterday</numerusform>
            <numerusform>%Ln since yesterday</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to answer</source>
        <translation>
            <numerusform>%Ln to answer</numerusform>
            <numerusform>%Ln to answer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::SurveyTrialDialog</name>
    <message numerus="yes">
        <source>%n answer(s) can be taken.</source>
        <translation>
            <numerusform>%n answer can be taken.</numerusform>
            <numerusform>%n answers can be taken.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more are here already.</source>
        <comment>answers</comment>
        <translation>
            <numerusform>%n more is here already.</numerusform>
            <numerusform>%n more are here already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) would be left out:</source>
        <translation>
            <numerusform>%n line would be left out:</numerusform>
            <numerusform>%n lines would be left out:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %n answer(s)</source>
        <translation>
            <numerusform>Take %n answer</numerusform>
            <numerusform>Take %n answers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::SurveysPage</name>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n answer</numerusform>
            <numerusform>%n answers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::TileCard</name>
    <message numerus="yes">
        <source>coverage %1, %n gap(s)</source>
        <translation>
            <numerusform>coverage %1, %n gap</numerusform>
            <numerusform>coverage %1, %n gaps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::TopBar</name>
    <message numerus="yes">
        <source>%Ln new alert(s)</source>
        <translation>
            <numerusform>%Ln new alert</numerusform>
            <numerusform>%Ln new alerts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::TrendsModel</name>
    <message numerus="yes">
        <source>%n author(s)</source>
        <translation>
            <numerusform>%n author</numerusform>
            <numerusform>%n authors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation>
            <numerusform>%n mention</numerusform>
            <numerusform>%n mentions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::TrendsPane</name>
    <message numerus="yes">
        <source>%n author(s) now</source>
        <translation>
            <numerusform>%n author now</numerusform>
            <numerusform>%n authors now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation>
            <numerusform>%n mention</numerusform>
            <numerusform>%n mentions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::VariantRow</name>
    <message numerus="yes">
        <source>%1, thread of %n</source>
        <comment>longest part</comment>
        <translation>
            <numerusform>%1, thread of %n</numerusform>
            <numerusform>%1, thread of %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vigie::ui::WeekView</name>
    <message numerus="yes">
        <source>+%n more</source>
        <comment>days of the year</comment>
        <translation>
            <numerusform>+%n more</numerusform>
            <numerusform>+%n more</numerusform>
        </translation>
    </message>
</context>
</TS>
