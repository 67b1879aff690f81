package dev.understudy.tools.lint;

import dev.understudy.catalog.CatalogProblem;
import java.util.List;

/** Writes what was found as a page: one file, which loads nothing. */
final class LintHtml {

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>Understudy lint</title>
            <style>
            body { font: 14px/1.5 sans-serif; margin: 2em; }
            table { border-collapse: collapse; width: 100%; }
            th, td { border-bottom: 1px solid #ccc; padding: .4em .6em; text-align: left; vertical-align: top; }
            td.count { text-align: right; }
            code { overflow-wrap: anywhere; }
            .error { color: #b00020; } .warning { color: #8a5a00; } .note { color: #00508a; } .ok { color: #2a6b2a; }
            </style></head><body>
            <h1>Understudy lint</h1>
            """;

    private LintHtml() {}

    /** The page. */
    static String page(LintTally tally, List<CatalogProblem> problems) {
        StringBuilder page = new StringBuilder(HEAD);
        page.append("<p>").append(escaped(LintText.summary(tally))).append("</p>\n");
        if (!problems.isEmpty()) {
            page.append("<h2>Catalogs</h2>\n<ul>\n");
            problems.forEach(problem ->
                    page.append("<li>").append(escaped(problem.toString())).append("</li>\n"));
            page.append("</ul>\n");
        }
        page.append("<h2>URLs</h2>\n<table>\n<tr><th>level<th>requests<th>shape<th>findings</tr>\n");
        tally.entries().forEach(entry -> row(entry, page));
        return page.append("</table>\n</body></html>\n").toString();
    }

    private static void row(LintTally.Entry entry, StringBuilder page) {
        String level = LintText.word(entry.level());
        page.append("<tr><td class=\"").append(level).append("\">").append(level);
        page.append("<td class=\"count\">").append(entry.count());
        page.append("<td><code>").append(escaped(entry.shape())).append("</code><td>");
        for (LintFinding found : entry.findings()) {
            page.append(escaped(found.code() + ": " + found.message())).append("<br>");
        }
        if (!entry.findings().isEmpty()) {
            page.append("such as <code>").append(escaped(entry.example())).append("</code>");
        }
        page.append("</tr>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
