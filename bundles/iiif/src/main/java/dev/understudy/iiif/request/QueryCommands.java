package dev.understudy.iiif.request;

import java.util.ArrayList;
import java.util.List;

/** Commands of a request, as its query has them. */
final class QueryCommands {

    private final List<String> commands = new ArrayList<>();

    void add(String command) {
        commands.add(command);
    }

    @Override
    public String toString() {
        return String.join("&", commands);
    }
}
