package dev.understudy.source.keep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FetchQuotaTest {

    private static long taken(FetchQuota quota, IntFunction<String> server, IntFunction<String> catalog) {
        return IntStream.range(0, 100)
                .filter(i -> quota.take(server.apply(i), catalog.apply(i)))
                .count();
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "2, 1, 2", "3, 2, 3", "8, 4, 6", "32, 16, 24"})
    void neitherAServerNorACatalogHasAll(int max, int ofServer, int ofCatalog) {
        assertEquals(ofServer, taken(new FetchQuota(max), i -> "a.example", i -> "catalog" + i));
        assertEquals(ofCatalog, taken(new FetchQuota(max), i -> "host" + i + ".evil.example", i -> "catalog"));
        assertEquals(max, taken(new FetchQuota(max), i -> "host" + i, i -> "catalog" + i));
    }

    @Test
    void whatOneCatalogTakesLeavesPlacesForAnother() {
        FetchQuota quota = new FetchQuota(8);
        taken(quota, i -> "host" + i + ".evil.example", i -> "evil");
        assertEquals(2, taken(quota, i -> "a.example", i -> "good"));
    }

    @Test
    void hostsAtOneAddressAreOneServer() throws Exception {
        FetchQuota quota = new FetchQuota(8);
        InetAddress evil = InetAddress.getByName("203.0.113.9");
        for (int i = 0; i < 4; i++) {
            assertEquals(true, quota.take("host" + i, "catalog" + i));
            assertEquals(true, quota.isAt("host" + i, evil));
            assertEquals(true, quota.isAt("host" + i, evil));
        }
        assertEquals(false, quota.take("host0", "other"));
        // of a new host nobody knows before it is connected to
        assertEquals(true, quota.take("new", "other"));
        assertEquals(false, quota.isAt("new", evil));
        assertEquals(true, quota.isAt("new", InetAddress.getByName("203.0.113.10")));
        quota.give("new", "other");
        for (int i = 0; i < 4; i++) {
            quota.give("host" + i, "catalog" + i);
        }
        assertEquals(0, quota.taken());
        // what is known of hosts holds for the next time, when they may be asked over connections that are there
        assertEquals(4, taken(quota, i -> "host" + i % 4, i -> "catalog" + i));
    }

    @Test
    void aNetworkOfIpv6IsOneAddress() throws Exception {
        FetchQuota quota = new FetchQuota(2);
        quota.take("a", "one");
        quota.take("b", "two");
        assertEquals(true, quota.isAt("a", InetAddress.getByName("2001:4860:1:1::1")));
        assertEquals(false, quota.isAt("b", InetAddress.getByName("2001:4860:1:1:2::1")));
        assertEquals(true, quota.isAt("b", InetAddress.getByName("2001:4860:1:2::1")));
    }

    @Test
    void addressesInUrlsAreNoOtherServersThanNames() throws Exception {
        FetchQuota quota = new FetchQuota(2);
        quota.take("[2001:4860:1:1::1]", "one");
        quota.take("[2001:4860:1:1::2]", "two");
        assertEquals(true, quota.isAt("2001:4860:1:1::1", InetAddress.getByName("2001:4860:1:1::1")));
        assertEquals(false, quota.isAt("2001:4860:1:1::2", InetAddress.getByName("2001:4860:1:1::2")));
    }

    @Test
    void aHostThatMovesGivesBackWhatItHas() throws Exception {
        FetchQuota quota = new FetchQuota(4);
        for (int i = 0; i < 5; i++) {
            assertEquals(2, taken(quota, server -> "a", catalog -> "catalog"));
            quota.isAt("a", InetAddress.getByName("203.0.113." + i));
            quota.isAt("a", InetAddress.getByName("203.0.113." + (i + 100)));
            quota.give("a", "catalog");
            quota.isAt("a", InetAddress.getByName("203.0.113." + (i + 50)));
            quota.give("a", "catalog");
            assertEquals(0, quota.taken());
        }
        assertEquals(2, taken(quota, server -> "a", catalog -> "catalog"));
    }

    @Test
    void whatIsGivenBackCanBeTakenAgain() {
        FetchQuota quota = new FetchQuota(4);
        for (int i = 0; i < 10; i++) {
            assertEquals(2, taken(quota, server -> "a.example", catalog -> "catalog"));
            quota.give("a.example", "catalog");
            quota.give("a.example", "catalog");
            assertEquals(0, quota.taken());
        }
    }
}
