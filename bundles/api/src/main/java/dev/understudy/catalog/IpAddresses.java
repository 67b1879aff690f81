package dev.understudy.catalog;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses as they are written in digits. Names are never looked up. */
public final class IpAddresses {

    private static final Pattern IPV4 = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");
    private static final Pattern IPV6 = Pattern.compile("(?=.*:)[0-9A-Fa-f:.]{2,45}");
    private static final int IPV4_LENGTH = 4;
    private static final int MAPPED_PREFIX = 12;

    private IpAddresses() {}

    /**
     * Reads an address: four decimal numbers with dots, or IPv6. An IPv4 address that is written as IPv6 is the IPv4 address.
     *
     * @throws IllegalArgumentException when it is neither
     */
    public static InetAddress parse(String digits) {
        Matcher ipv4 = IPV4.matcher(digits);
        if (ipv4.matches()) {
            byte[] octets = new byte[IPV4_LENGTH];
            for (int i = 0; i < IPV4_LENGTH; i++) {
                octets[i] = octet(ipv4.group(i + 1));
            }
            return of(octets);
        }
        if (!IPV6.matcher(digits).matches()) {
            throw new IllegalArgumentException("not an IP address: " + digits);
        }
        try {
            // With a colon in it, this never asks a name server.
            return InetAddress.getByName(digits);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not an IP address: " + digits, e);
        }
    }

    /** The bytes of an address, 4 or 16; 4 of an IPv4 address in the clothes of IPv6. */
    static byte[] octets(InetAddress address) {
        byte[] octets = address.getAddress();
        return isMapped(octets) ? Arrays.copyOfRange(octets, MAPPED_PREFIX, octets.length) : octets;
    }

    /** The address of 4 or 16 bytes. */
    static InetAddress of(byte[] octets) {
        try {
            return InetAddress.getByAddress(octets);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("an address of " + octets.length + " bytes", e);
        }
    }

    /** Whether these bytes are {@code ::ffff:a.b.c.d}. */
    private static boolean isMapped(byte[] octets) {
        boolean mapped = octets.length > IPV4_LENGTH;
        for (int i = 0; mapped && i < MAPPED_PREFIX; i++) {
            mapped = octets[i] == (i < MAPPED_PREFIX - 2 ? 0 : (byte) 0xff);
        }
        return mapped;
    }

    private static byte octet(String decimal) {
        int value = Integer.parseInt(decimal);
        if (value > 255) {
            throw new IllegalArgumentException("not an IP address: it has a " + decimal);
        }
        return (byte) value;
    }
}
