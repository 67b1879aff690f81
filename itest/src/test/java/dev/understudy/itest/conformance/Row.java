package dev.understudy.itest.conformance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A row of a table: one request and its answer.
 *
 * @param origin table and line
 * @param page the page of the reference, or the house's own document, that says so
 * @param method HTTP method
 * @param target what is sent, to the letter
 * @param catalog the catalog that serves it, empty for the default catalog
 * @param status HTTP status, with a dot for any digit
 * @param type media type, with a charset where that is laid down; {@code -} for none
 * @param size size of the image, empty for what is none
 * @param send request headers
 * @param revalidate conditional headers, whose values come from a first answer
 * @param checks what else must be true
 */
record Row(
        String origin,
        String page,
        String method,
        String target,
        String catalog,
        String status,
        String type,
        Optional<SizeRange> size,
        Map<String, String> send,
        List<String> revalidate,
        List<Check> checks) {

    private static final int COLUMNS = 6;

    /**
     * Reads a line: page, request, catalog, status, type and size, then any number of checks, parted by tabs. What is
     * answered by 200 must be what was asked for, unless the line says what stands in.
     */
    static Row parse(String origin, String line) {
        String[] cells = line.split("\t+");
        if (cells.length < COLUMNS) {
            throw new IllegalArgumentException(origin + ": " + cells.length + " columns, not " + COLUMNS);
        }
        String[] request = cells[1].split(" ", 2);
        Map<String, String> send = new TreeMap<>();
        List<String> revalidate = new ArrayList<>();
        List<Check> checks = new ArrayList<>();
        for (int i = COLUMNS; i < cells.length; i++) {
            String[] words = cells[i].strip().split(" ", 2);
            switch (words[0]) {
                case "send" -> send.put(words[1].split(": ", 2)[0], words[1].split(": ", 2)[1]);
                case "revalidate" -> revalidate.add(words[1]);
                default -> checks.add(Checks.parse(origin, words[0], words.length > 1 ? words[1] : ""));
            }
        }
        if (cells[3].equals("200") && !line.contains("header Understudy-StandIn")) {
            checks.add(TextChecks.noHeader("Understudy-StandIn"));
        }
        return new Row(
                origin,
                cells[0],
                request.length > 1 ? request[0] : "GET",
                request[request.length - 1],
                cells[2].equals("-") ? "" : cells[2],
                cells[3],
                cells[4],
                cells[5].equals("-") ? Optional.empty() : Optional.of(SizeRange.parse(cells[5])),
                send,
                revalidate,
                checks);
    }

    /** How it is reported. */
    String title() {
        return origin + " " + page + ": " + (method.equals("GET") ? "" : method + " ") + target;
    }

    void verify(Wire wire) throws IOException {
        HttpExchange exchange = HttpExchange.of(this, wire);
        HttpReply reply = exchange.reply();
        if (!String.valueOf(reply.status()).matches(status)) {
            throw new AssertionError("status " + reply.status() + " instead of " + status + ": " + excerpt(reply));
        }
        if (!type.equals("-")) {
            requireType(reply.header("Content-Type").orElse("none"));
        }
        if (size.isPresent()) {
            size.get().require(exchange.image());
        }
        for (Check check : checks) {
            check.verify(exchange);
        }
    }

    private void requireType(String actual) {
        String found = actual.replace(" ", "").toLowerCase(Locale.ROOT);
        String compared = type.contains(";") ? found : found.split(";")[0];
        if (!compared.equals(type)) {
            throw new AssertionError("type " + actual + " instead of " + type);
        }
    }

    private static String excerpt(HttpReply reply) {
        boolean text = reply.header("Content-Type").orElse("").startsWith("text/");
        String standIn = reply.header("Understudy-StandIn").orElse("no stand-in");
        return standIn + (text ? ", " + reply.text().lines().limit(3).toList() : "");
    }
}
