package dev.understudy.engine.planning;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.understudy.catalog.Attributes;
import dev.understudy.engine.codec.TestFormats;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.plan.PlanKey;
import dev.understudy.engine.request.RawRequest;
import dev.understudy.engine.request.RequestReader;
import dev.understudy.engine.request.RequestSummary;
import dev.understudy.engine.request.TestRequests;
import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ProcessingStatus;
import dev.understudy.failure.ServeException;
import dev.understudy.protocol.admission.AdmissionResult;
import dev.understudy.serve.ClientHints;
import dev.understudy.testkit.catalog.TestCatalogs;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests, macros and modifiers that somebody else has thought of: a plan or the client's fault, before long. */
class RequestFuzzTest {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    /** Of the processor: other load does not count. */
    private static final long MOST_NANOS = 10_000_000_000L;

    private static final InetAddress CLIENT = InetAddress.getLoopbackAddress();

    static Stream<Arguments> targets() {
        return seeds(
                "gallery/bridge?wid=300&hei=200&fit=crop,1&align=0.5,-1&fmt=png-alpha",
                "gallery/bridge?$square$&qlt=80,1&resMode=sharp2&op_usm=1,1,4,0",
                "gallery/card?$title=Hello%20you&$photo=shop%2Fbowl&layer=2&textAttr=200,crisp",
                "shop?src=is{gallery/bridge?wid=20&mask=logo}&layer=1&src=is(shop/bowl?crop=1,2,3,4)&pos=5,6",
                "gallery/framed?layer=comp&flip=lr&rgn=0,0,10,10&scl=2.5&rect=1,2,3,4,0.5",
                "gallery/bridge:crop/extra?.v=123&&amp;wid=3&$nothing",
                "gallery/bridge?layer=1&text=%7B%5Crtf1+a%5Cpar+%24x%24%7D&$x=y&size=40,30&rotate=33.5&extend=1,2",
                "gallery/bridge?req=props,json,UTF-8&handler=a.b&id=7",
                "gallery?template=card&$title=%24title%24",
                "gallery/no/such.jpg?defaultImage=logo&effect=-1&op_blur=3",
                "strict/known?color=ff00ff80&bgc=1,2,3&printRes=300&cache=off&dpr=on,2",
                "veiled/bridge?d2lkPTgwJiR4PT8%2FPj5%2Bfg%3D%3D",
                "locked?src=is{locked/bowl?wid=5}&mask=./locked//bowl&wid=100&0716",
                "/?req=exists");
    }

    /** A request, then macros named m1, m2 and so on, then a modifier and a postmodifier; one a line. */
    static Stream<Arguments> expansions() {
        return seeds(
                "odd?$m1$&$side=30\nwid=$side$&$m2$\nhei=$side$&layer=1&src=is{gallery/bridge?$m3$}\nqlt=5\nfmt=png\nqlt=9",
                "odd?$x=$y$&$y=$x$\n$m2$\n$m1$\n$x$\n$m3$&scl=$x$\n$y$",
                "gallery/framed?$m1$\ntext=$a$$b$$$c$\nlayer=$n$,name&src=odd\n$n=3\nlayer=name&hide=1\n$a=%24b%24");
    }

    @MethodSource("targets")
    @FuzzTest
    void request(byte[] target) {
        check(new String(target, StandardCharsets.UTF_8), TestCatalogs.sample());
    }

    @MethodSource("expansions")
    @FuzzTest
    void expansion(byte[] text) {
        List<String> lines = new String(text, StandardCharsets.UTF_8).lines().toList();
        TestCatalogs catalogs = TestCatalogs.sample();
        for (int i = 1; i < Math.min(4, lines.size()); i++) {
            catalogs.defaults().macro("m" + i, lines.get(i));
        }
        String modifier = lines.size() > 4 ? lines.get(4) : "";
        String postModifier = lines.size() > 5 ? lines.get(5) : "";
        catalogs.defaults().record("odd", "odd.jpg", modifier, postModifier);
        check(lines.isEmpty() ? "" : lines.get(0), catalogs);
    }

    private static void check(String target, TestCatalogs catalogs) {
        catalogs.tenant("gallery").set(Attributes.ERROR_IMAGE, "card").set(Attributes.DEFAULT_IMAGE, "framed");
        catalogs.tenant("veiled").set(Attributes.REQUEST_OBFUSCATION, 1).record("bridge", "bridge.jpg");
        catalogs.tenant("locked").set(Attributes.REQUEST_LOCK, true).record("bowl", "bowl.jpg");
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        String query = mark < 0 ? null : target.substring(mark + 1);
        long start = THREADS.getCurrentThreadCpuTime();
        RequestSummary summary = TestRequests.summary(path, query, catalogs);
        RawRequest asked = TestRequests.raw(path, query, catalogs);
        assertNotNull(RequestReader.read(asked, new Failure.Refused("no")).summary());
        AdmissionResult admission = AdmissionResult.of(
                path, query, CLIENT, catalogs, file -> file.path().length() > 9);
        if (admission.refusal() == null) {
            RawRequest raw = new RawRequest(
                    path, admission.query(), catalogs, TestFormats.ALL, admission.policy(), ClientHints.NONE);
            plan(() -> RequestPlanner.plan(RequestReader.read(raw, null)));
        }
        plan(() -> StandInPlanner.errorImage(summary, asked, Map.of("title", target)));
        if (summary.defaultImage() != null) {
            plan(() -> StandInPlanner.defaultImage(summary, summary.defaultImage(), asked));
        }
        long nanos = THREADS.getCurrentThreadCpuTime() - start;
        assertTrue(nanos < MOST_NANOS, () -> "it took " + nanos / 1_000_000 + " ms");
    }

    private static void plan(Work work) {
        try {
            PlannedRequest planned = work.plan();
            ImagePlan plan = planned.plan();
            if (plan != null) {
                assertNotNull(PlanKey.of(plan, "1"));
            }
            assertNotNull(planned.freshness());
        } catch (ServeException e) {
            FailureKind kind = e.failure().kind();
            assertFalse(e.failure().message().isBlank());
            if (kind.processingStatus() == ProcessingStatus.SERVER) {
                throw new AssertionError(e);
            }
        }
    }

    private interface Work {
        PlannedRequest plan() throws ServeException;
    }

    private static Stream<Arguments> seeds(String... texts) {
        return Stream.of(texts).map(text -> Arguments.of(text.getBytes(StandardCharsets.UTF_8)));
    }
}
