// SPDX-License-Identifier: GPL-3.0-or-later
// tone_peers.js PACKAGE FILE POSTS: posts a second (processor time) and macro-F1 of an npm package on labelled posts.
const fs = require("fs");
const [, , name, file, count] = process.argv;
const load = require("module").createRequire(process.cwd() + "/");
const rows = fs.readFileSync(file, "utf8").split("\n").filter(Boolean).map((line) => line.split("\t"));
let label;
if (name === "sentiment") {
  const Sentiment = load("sentiment");
  const peer = new Sentiment();
  label = (text) => Math.sign(peer.analyze(text).score);
} else {
  const peer = load("vader-sentiment").SentimentIntensityAnalyzer;
  label = (text) => {
    const compound = peer.polarity_scores(text).compound;
    return compound >= 0.05 ? 1 : compound <= -0.05 ? -1 : 0;
  };
}
const seen = [[0, 0, 0], [0, 0, 0], [0, 0, 0]];
for (const [said, , text] of rows) seen[{ negative: 0, neutral: 1, positive: 2 }[said]][label(text) + 1]++;
let f1 = 0;
for (let c = 0; c < 3; c++) {
  const is = seen[c][0] + seen[c][1] + seen[c][2], got = seen[0][c] + seen[1][c] + seen[2][c];
  f1 += is + got > 0 ? (2 * seen[c][c]) / (is + got) / 3 : 0;
}
const posts = Number(count), from = process.cpuUsage();
for (let i = 0; i < posts; i++) label(rows[i % rows.length][2]);
const took = process.cpuUsage(from);
console.log(posts / ((took.user + took.system) / 1e6), f1);
