package dev.understudy.catalog;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which clients are let in. The reference has IPv4 alone; IPv6 is ours.
 *
 * <p>Source: the reference's page on ClientAddressFilter.
 *
 * @param ranges a client in any of them is let in
 */
public record AddressFilter(List<AddressRange> ranges) {

    /** How lists are written, for messages. */
    public static final String FORM =
            "IP addresses separated by commas, each as it is or with /bits of a netmask, such as 192.168.12.0/23";

    /** Lets everyone in. */
    public static final AddressFilter ANYONE = parse("0.0.0.0/0");

    /** Lets nobody in. */
    public static final AddressFilter NOBODY = new AddressFilter(List.of());

    public AddressFilter {
        ranges = List.copyOf(ranges);
    }

    /**
     * Reads a list: addresses separated by commas, each with {@code /bits} or without.
     *
     * @throws IllegalArgumentException when an item of it is something else
     */
    public static AddressFilter parse(String list) {
        return new AddressFilter(Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .map(AddressRange::parse)
                .toList());
    }

    /** Whether a client is let in. */
    public boolean allows(InetAddress client) {
        for (AddressRange range : ranges) {
            if (range.contains(client)) {
                return true;
            }
        }
        return false;
    }

    /** Whether there are clients that are not let in. */
    public boolean restricts() {
        return ranges.stream().noneMatch(AddressRange::isEverything);
    }

    @Override
    public String toString() {
        return ranges.stream().map(AddressRange::toString).collect(Collectors.joining(","));
    }
}
