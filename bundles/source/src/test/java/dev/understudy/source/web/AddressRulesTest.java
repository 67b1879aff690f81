package dev.understudy.source.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.understudy.catalog.AddressFilter;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressRulesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        0.0.0.0                        | false
        0.1.2.3                        | false
        1.1.1.1                        | true
        8.8.8.8                        | true
        9.255.255.255                  | true
        10.0.0.0                       | false
        10.255.255.255                 | false
        11.0.0.0                       | true
        93.184.216.34                  | true
        100.63.255.255                 | true
        100.64.0.0                     | false
        100.100.100.200                | false
        100.127.255.255                | false
        100.128.0.0                    | true
        126.255.255.255                | true
        127.0.0.1                      | false
        127.255.255.254                | false
        128.0.0.1                      | true
        168.63.129.15                  | true
        168.63.129.16                  | false
        169.253.255.255                | true
        169.254.0.1                    | false
        169.254.169.254                | false
        169.254.170.2                  | false
        172.15.255.255                 | true
        172.16.0.1                     | false
        172.31.255.255                 | false
        172.32.0.0                     | true
        192.0.0.192                    | false
        192.0.2.1                      | false
        192.0.3.1                      | true
        192.31.196.1                   | false
        192.52.193.1                   | false
        192.88.99.1                    | false
        192.167.255.255                | true
        192.168.0.1                    | false
        192.168.255.255                | false
        192.175.48.6                   | false
        198.17.255.255                 | true
        198.18.0.1                     | false
        198.19.255.255                 | false
        198.51.100.7                   | false
        203.0.113.9                    | false
        223.255.255.255                | true
        224.0.0.1                      | false
        239.255.255.250                | false
        240.0.0.1                      | false
        255.255.255.255                | false
        ::                             | false
        ::1                            | false
        ::127.0.0.1                    | false
        ::ffff:127.0.0.1               | false
        ::ffff:8.8.8.8                 | true
        ::ffff:0:8.8.8.8               | false
        64:ff9b::8.8.8.8               | false
        64:ff9b::7f00:1                | false
        64:ff9b:1::1                   | false
        100::1                         | false
        2000::1                        | true
        2001::1                        | false
        2001:0:4136:e378:8000:63bf:3fff:fdd2 | false
        2001:1ff:ffff::1               | false
        2001:200::1                    | true
        2001:4860:4860::8888           | true
        2001:db8::1                    | false
        2002:7f00:1::                  | false
        2002:a00:1::1                  | false
        2003::1                        | true
        2606:4700:4700::1111           | true
        2606:4700::5efe:10.0.0.1       | false
        2606:4700::200:5efe:10.0.0.1   | false
        2620:4f:8000::1                | false
        3fff::1                        | false
        4000::1                        | false
        5f00::1                        | false
        fc00::1                        | false
        fd00:ec2::254                  | false
        fd20:ce::254                   | false
        fe80::1                        | false
        fec0::1                        | false
        ff02::1                        | false
        """)
    void onlyPublicAddressesAreAsked(String address, boolean permitted) throws UnknownHostException {
        AddressRules rules = new AddressRules(AddressFilter.NOBODY);
        assertEquals(permitted, rules.permit(InetAddress.getByName(address)));
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, true", "127.0.0.2, false", "10.1.2.3, true", "10.2.0.0, false", "::1, true", "8.8.8.8, true"
    })
    void thoseThatAreListedAreAskedToo(String address, boolean permitted) throws UnknownHostException {
        AddressRules rules = new AddressRules(AddressFilter.parse("127.0.0.1, 10.1.0.0/16, ::1"));
        assertEquals(permitted, rules.permit(InetAddress.getByName(address)));
    }

    @Test
    void anAddressOfIpv4InOneOfIpv6IsNone() throws UnknownHostException {
        byte[] mapped = new byte[16];
        Arrays.fill(mapped, 10, 12, (byte) 0xff);
        mapped[12] = 8;
        InetAddress address = Inet6Address.getByAddress("host", mapped, 1);
        assertEquals(false, new AddressRules(AddressFilter.NOBODY).permit(address));
    }
}
