package dev.understudy.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressFilterTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // the reference's examples
                "0.0.0.0/0 | 203.0.113.9 | true",
                "192.0.0.0/8 | 192.255.0.1 | true",
                "192.0.0.0/8 | 193.0.0.1 | false",
                "192.168.12.0/23 | 192.168.12.0 | true",
                "192.168.12.0/23 | 192.168.13.255 | true",
                "192.168.12.0/23 | 192.168.14.0 | false",
                "192.168.12.0/23 | 192.168.11.255 | false",
                "192.168.2.117 | 192.168.2.117 | true",
                "192.168.2.117 | 192.168.2.116 | false",
                "192.168.2.117/32 | 192.168.2.117 | true",
                "192.168.2.117/32 | 192.168.2.118 | false",
                // lists, netmasks within a byte, bits beyond the netmask, decimal digits with zeros in front
                "10.0.0.1 , 172.16.0.0/12 | 172.31.255.255 | true",
                "10.0.0.1,172.16.0.0/12 | 172.32.0.0 | false",
                "128.0.0.0/1 | 200.0.0.1 | true",
                "128.0.0.0/1 | 127.255.255.255 | false",
                "192.168.12.77/23 | 192.168.13.1 | true",
                "192.168.002.010 | 192.168.2.10 | true",
                // IPv6, and IPv4 in its clothes on either side
                "0.0.0.0/0 | 2001:db8::1 | true",
                "::/0 | 2001:db8::1 | true",
                "::/0 | 203.0.113.9 | false",
                "2001:db8::/33 | 2001:db8:7fff::1 | true",
                "2001:db8::/33 | 2001:db8:8000::1 | false",
                "2001:DB8::1 | 2001:db8:0:0:0:0:0:1 | true",
                "192.168.12.0/23 | ::ffff:192.168.13.1 | true",
                "::ffff:192.168.12.0/119 | 192.168.13.1 | true",
                "::ffff:192.168.12.0/119 | 192.168.14.1 | false",
                "::ffff:0:0/96 | 203.0.113.9 | true",
                "::ffff:192.168.2.117 | 192.168.2.117 | true",
                "127.0.0.1 | ::1 | false"
            })
    void letsInWhoIsListed(String list, String client, boolean allowed) {
        assertEquals(allowed, AddressFilter.parse(list).allows(IpAddresses.parse(client)));
    }

    @Test
    void anAddressOfSixteenBytesMayStillBeOneOfFour() throws UnknownHostException {
        byte[] octets = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) 0xff, (byte) 0xff, 10, 1, 2, 3};
        InetAddress mapped = Inet6Address.getByAddress("", octets, 0);
        assertTrue(AddressFilter.parse("10.0.0.0/8").allows(mapped));
        assertFalse(AddressFilter.parse("11.0.0.0/8").allows(mapped));
    }

    @Test
    void anyoneAndNobody() {
        InetAddress unknown = IpAddresses.parse("0.0.0.0");
        assertTrue(AddressFilter.ANYONE.allows(unknown));
        assertFalse(AddressFilter.NOBODY.allows(unknown));
        assertFalse(AddressFilter.ANYONE.restricts());
        assertTrue(AddressFilter.NOBODY.restricts());
        assertTrue(AddressFilter.parse("::/0").restricts());
        assertFalse(AddressFilter.parse("10.0.0.1,0.0.0.0/0").restricts());
    }

    @Test
    void isWrittenAsItIsRead() {
        String list = "192.168.12.0/23,10.0.0.1/32,2001:db8:0:0:0:0:0:0/32";
        assertEquals(list, AddressFilter.parse(list).toString());
        assertEquals(AddressFilter.parse("10.1.2.3/8"), AddressFilter.parse("10.0.0.0/8"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "example.com",
                "10.0.0",
                "10.0.0.256",
                "10.0.0.1.2",
                "0x0a.0.0.1",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/",
                "10.0.0.0/8/8",
                "10.0.0.0/255.0.0.0",
                "10.0.0.0/4294967296",
                "10.0.0.0-10.0.0.9",
                "10.0.0.*",
                "10.0.0.1,,10.0.0.2",
                "10.0.0.1,",
                ",",
                "10.0.0.1 10.0.0.2",
                "2001:db8::/129",
                "2001:db8::1::2",
                "::ffff:10.0.0.0/95",
                "fe80::1%eth0",
                "[::1]",
                ":",
                "1234"
            })
    void whatIsNoListIsTurnedDown(String list) {
        IllegalArgumentException told =
                assertThrows(IllegalArgumentException.class, () -> Syntaxes.ADDRESS_FILTER.parse(list));
        assertTrue(told.getMessage().contains("'" + list.strip() + "'"), told.getMessage());
        assertTrue(told.getMessage().contains("192.168.12.0/23"), told.getMessage());
    }
}
