package dev.understudy.catalog;

import java.net.InetAddress;

/**
 * The addresses that begin with the same bits.
 *
 * @param base the first of them
 * @param prefix how many bits, 0..32, or 0..128 for IPv6
 */
public record AddressRange(InetAddress base, int prefix) {

    private static final int IPV4_BITS = 32;
    private static final int MAPPED_BITS = 96;

    public AddressRange {
        byte[] octets = IpAddresses.octets(base);
        if (prefix < 0 || prefix > octets.length * 8) {
            throw new IllegalArgumentException("a netmask of " + prefix + " bits; allowed: 0.." + octets.length * 8);
        }
        for (int i = 0; i < octets.length; i++) {
            octets[i] &= (byte) mask(prefix, i);
        }
        base = IpAddresses.of(octets);
    }

    /**
     * Reads {@code address} or {@code address/bits}.
     *
     * @throws IllegalArgumentException when it is neither
     */
    static AddressRange parse(String text) {
        int slash = text.indexOf('/');
        String digits = slash < 0 ? text : text.substring(0, slash);
        InetAddress base = IpAddresses.parse(digits);
        int most = IpAddresses.octets(base).length * 8;
        if (slash < 0) {
            return new AddressRange(base, most);
        }
        int prefix = Integer.parseUnsignedInt(text.substring(slash + 1));
        // The bits of ::ffff:10.0.0.0/104 are counted in IPv6.
        return new AddressRange(base, most == IPV4_BITS && digits.indexOf(':') >= 0 ? prefix - MAPPED_BITS : prefix);
    }

    /** Whether an address is in it. {@code 0.0.0.0/0} has every address, that of IPv6 too: the reference's word for no limit. */
    public boolean contains(InetAddress address) {
        byte[] octets = IpAddresses.octets(address);
        byte[] first = base.getAddress();
        boolean same = octets.length == first.length;
        for (int i = 0; same && i < octets.length; i++) {
            same = (octets[i] & mask(prefix, i)) == (first[i] & 0xff);
        }
        return same || isEverything();
    }

    /** Whether no address is left out. */
    public boolean isEverything() {
        return prefix == 0 && base.getAddress().length * 8 == IPV4_BITS;
    }

    @Override
    public String toString() {
        return base.getHostAddress() + "/" + prefix;
    }

    /** The bits of the byte at {@code index} that count. */
    private static int mask(int prefix, int index) {
        int bits = Math.max(0, Math.min(8, prefix - index * 8));
        return 0xff << 8 - bits & 0xff;
    }
}
