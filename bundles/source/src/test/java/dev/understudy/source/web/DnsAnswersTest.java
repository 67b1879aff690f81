package dev.understudy.source.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.source.ForeignUrl;
import dev.understudy.source.SourceKey;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.SocketAddressResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a name comes to, only addresses that may be asked are asked. 127.0.0.1, where the server is, is listed. */
@Timeout(60)
class DnsAnswersTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        127.0.0.1                              | true
        127.0.0.2                              | false
        0.0.0.0                                | false
        10.0.0.1                               | false
        10.0.0.1 127.0.0.1                     | true
        127.0.0.2 0.0.0.0 10.0.0.1             | false
        ::ffff:127.0.0.2                       | false
        ::1                                    | false
        ::                                     | false
        ::1 127.0.0.1                          | true
        169.254.169.254                        | false
        169.254.169.254 127.0.0.1              | true
        100.100.100.200                        | false
        192.168.1.1 172.16.0.1                 | false
        64:ff9b::7f00:1                        | false
        2002:7f00:1::1                         | false
        2001:0:7f00:1::                        | false
        fe80::1                                | false
        fd00:ec2::254 ::1                      | false
        224.0.0.1 255.255.255.255              | false
        127.255.255.254                        | false
        ::ffff:127.0.0.1                       | true
        ::1 fe80::1 fd00::1                    | false
        2001:db8::1 2002:a00:1::               | false
        127.0.0.2 127.0.0.3 127.0.0.4 127.0.0.5 127.0.0.6 127.0.0.1 | true
        """)
    void onlyAddressesThatMayBeAskedAre(String answers, boolean reached) throws Exception {
        try (ForeignFixture foreign = fixture(List.of(answers.split(" ")))) {
            foreign.origin.gives("", ForeignFixture.IMAGE);
            SourceKey key = SourceKey.foreign(ForeignUrl.of("http://rebound.example:" + foreign.origin.port() + "/a"));
            if (reached) {
                foreign.fetch(key);
                assertArrayEquals(ForeignFixture.IMAGE, foreign.read(key));
                assertTrue(foreign.origin.heads().get(0).contains("Host: rebound.example:" + foreign.origin.port()));
            } else {
                Failure failure = foreign.failure(key);
                assertEquals(FailureKind.FOREIGN_FAILED, failure.kind());
                assertTrue(failure.message().contains("no address that may be asked"), failure.message());
                assertEquals(0, foreign.origin.accepted());
            }
        }
    }

    /** Whatever names lead to a name, as by CNAME, its answers are all that comes; it may have none of them. */
    @Test
    void aNameWithoutAddressesIsNone() throws Exception {
        ForeignSettings settings = ForeignFixture.settings("127.0.0.1", 5, 1 << 20, 1 << 20, 8);
        try (ForeignFixture foreign =
                new ForeignFixture(folder, settings, (host, port, context, promise) -> promise.succeeded(List.of()))) {
            Failure failure = foreign.failure(
                    SourceKey.foreign(ForeignUrl.of("http://empty.example:" + foreign.origin.port() + "/a")));
            assertEquals(FailureKind.FOREIGN_FAILED, failure.kind());
        }
    }

    /** Each could be tried for as long as a connection may take, also after nobody waits any longer. */
    @Test
    void ofAHundredAddressesAFewAreTried() throws Exception {
        ForeignSettings settings = ForeignFixture.settings("127.0.0.0/8", 5, 1 << 20, 1 << 20, 8);
        List<InetSocketAddress> tried = new CopyOnWriteArrayList<>();
        NamedAddresses few = new NamedAddresses(
                (host, port, context, promise) -> promise.succeeded(IntStream.range(0, 100)
                        .mapToObj(i -> new InetSocketAddress((i % 2 == 0 ? "10.0.0." : "127.0.1.") + i, port))
                        .toList()),
                new AddressRules(settings.addresses()));
        few.resolve("many.example", 1, Map.of(), Promise.from(tried::addAll, failure -> {}));
        assertEquals(
                List.of("127.0.1.1", "127.0.1.3", "127.0.1.5", "127.0.1.7"),
                tried.stream()
                        .map(answer -> answer.getAddress().getHostAddress())
                        .toList());
        assertEquals("many.example", tried.get(0).getHostString());
    }

    /** The name is good when it is looked up first, as for a check, and another address when it is connected to. */
    @Test
    void aNameThatComesToAnotherAddressTheNextTimeIsCheckedEachTime() throws Exception {
        AtomicInteger lookups = new AtomicInteger();
        ForeignSettings settings = ForeignFixture.settings("127.0.0.1", 5, 1 << 20, 1 << 20, 8);
        SocketAddressResolver changing = (host, port, context, promise) -> promise.succeeded(
                List.of(new InetSocketAddress(lookups.getAndIncrement() == 0 ? "127.0.0.1" : "127.0.0.2", port)));
        try (ForeignFixture foreign = new ForeignFixture(folder, settings, changing)) {
            foreign.origin.gives("Connection: close\r\n", ForeignFixture.IMAGE);
            String root = "http://rebound.example:" + foreign.origin.port();
            foreign.fetch(SourceKey.foreign(ForeignUrl.of(root + "/a")));
            Failure failure = foreign.failure(SourceKey.foreign(ForeignUrl.of(root + "/b")));
            assertTrue(failure.message().contains("no address that may be asked"), failure.message());
            assertEquals(1, foreign.origin.accepted());
        }
    }

    @ParameterizedTest
    @CsvSource({"http://127.0.0.2", "http://[::1]", "http://[::ffff:7f00:2]", "http://localhost", "http://10.0.0.1"})
    void addressesInUrlsAreNoExceptions(String root) throws Exception {
        ForeignSettings settings = ForeignFixture.settings("", 5, 1 << 20, 1 << 20, 8);
        try (ForeignFixture foreign = new ForeignFixture(folder, settings, null)) {
            Failure failure =
                    foreign.failure(SourceKey.foreign(ForeignUrl.of(root + ":" + foreign.origin.port() + "/a")));
            assertTrue(failure.message().contains("no address that may be asked"), failure.message());
            assertEquals(0, foreign.origin.accepted());
        }
    }

    /** Systems take numbers in many forms for addresses; what is connected to is one of four bytes. */
    @ParameterizedTest
    @CsvSource({"http://2130706433", "http://0x7f000001", "http://0x7f.1", "http://0177.0.0.1", "http://127.1"})
    void addressesInOddFormsReachNothing(String root) throws Exception {
        ForeignSettings settings = ForeignFixture.settings("", 5, 1 << 20, 1 << 20, 8);
        try (ForeignFixture foreign = new ForeignFixture(folder, settings, null)) {
            String url = root + ":" + foreign.origin.port() + "/a";
            assertThrows(ServeException.class, () -> {
                try {
                    foreign.fetch(SourceKey.foreign(ForeignUrl.of(url)));
                } catch (IllegalArgumentException e) {
                    throw new ServeException(new Failure.Foreign("no URL", e));
                }
            });
            assertEquals(0, foreign.origin.accepted());
        }
    }

    private ForeignFixture fixture(List<String> answers) throws Exception {
        ForeignSettings settings = ForeignFixture.settings("127.0.0.1", 5, 1 << 20, 1 << 20, 8);
        return new ForeignFixture(folder, settings, (host, port, context, promise) -> {
            List<InetSocketAddress> addresses = new ArrayList<>();
            try {
                for (String answer : answers) {
                    addresses.add(new InetSocketAddress(InetAddress.getByName(answer), port));
                }
                promise.succeeded(addresses);
            } catch (UnknownHostException e) {
                promise.failed(e);
            }
        });
    }
}
