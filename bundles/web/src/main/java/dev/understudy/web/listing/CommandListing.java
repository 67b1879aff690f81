package dev.understudy.web.listing;

import dev.understudy.catalog.Support;
import dev.understudy.serve.CommandList;
import dev.understudy.serve.CommandList.CommandEntry;
import dev.understudy.serve.CommandList.CommandSpelling;
import dev.understudy.serve.CommandList.RequestTypeEntry;
import java.util.LinkedHashMap;
import java.util.Map;

/** The table of commands as the page reads it. */
public final class CommandListing {

    private CommandListing() {}

    /** Returns the commands, request types and formats of an engine, for JSON. */
    public static Map<String, Object> of(CommandList list) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(
                "commands",
                list.commands().stream().map(CommandListing::command).toList());
        json.put(
                "requestTypes",
                list.requestTypes().stream().map(CommandListing::type).toList());
        json.put("formats", list.formats());
        return json;
    }

    private static Map<String, Object> command(CommandEntry entry) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", entry.name());
        json.put(
                "names",
                entry.spellings().stream().map(CommandListing::spelling).toList());
        json.put("works", works(entry.support()));
        json.put("of", entry.scope());
        json.put("composite", entry.compositeScope());
        json.put("fallback", entry.fallback());
        json.put("traits", entry.traits());
        json.put("note", entry.note());
        return json;
    }

    /** The order is always the same, so that the same table has the same entity tag. */
    private static Map<String, Object> spelling(CommandSpelling spelling) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", spelling.name());
        json.put("value", spelling.allowed());
        return json;
    }

    private static Map<String, Object> type(RequestTypeEntry entry) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", entry.name());
        json.put("works", works(entry.support()));
        json.put("forms", entry.forms());
        json.put("note", entry.note());
        return json;
    }

    private static String works(Support support) {
        return switch (support) {
            case FULL -> "yes";
            case PARTIAL -> "partly";
            case NONE -> "no";
        };
    }
}
