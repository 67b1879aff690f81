package dev.understudy.engine.planning;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.HintUse;
import dev.understudy.engine.command.Command;
import dev.understudy.engine.command.Commands;
import dev.understudy.engine.command.Trait;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.plan.PlanKey;
import dev.understudy.engine.request.TestRequests;
import dev.understudy.failure.ServeException;
import dev.understudy.serve.AcceptedTypes;
import dev.understudy.serve.ClientHints;
import dev.understudy.serve.ConnectionQuality;
import dev.understudy.testkit.catalog.TestCatalogs;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command of the table against the cache key: a value either changes the key, or the row says that none does. */
class CommandsInPlanKeyTest {

    private static final String IN_TEXT = "layer=1&size=100,100&text=a&";

    /** Two values of each command, and what has to stand before the command for its value to be used. */
    private static final Map<String, SampleValues> SAMPLES = Map.ofEntries(
            entry("align", values("-1,0", "1,0")),
            entry("anchor", values("1,2", "3,4")),
            entry("bfc", values("on", "off")),
            entry("bgc", values("ff0000", "00ff00")),
            entry("bgColor", values("ff0000", "00ff00")),
            entry("blendMode", values("mult", "screen").after("layer=1&src=bridge&")),
            entry("cache", values("on", "off")),
            entry("clipPath", values("M0,0L9,0,9,9", "M0,0L9,0,9,8")),
            entry("clipXPath", values("M0,0L9,0,9,9", "M0,0L9,0,9,8").after("clipPath=M0,0L99,0,99,99&")),
            entry("color", values("ff0000", "00ff00")),
            entry("crop", values("0,0,10,10", "0,0,20,20")),
            entry("cropPathE", values("Path 1", "Path 2")),
            entry("defaultImage", values("bridge", "framed")),
            entry("dpr", values("on,2", "on,3").after("wid=100&")),
            entry("effect", values("-1", "1").before("&color=ff0000")),
            entry("effectMask", values("0", "1").before("&effect=-1&color=ff0000")),
            entry("extend", values("1,1,1,1", "2,2,2,2")),
            entry("fit", values("crop", "stretch").after("wid=100&hei=100&")),
            entry("flip", values("lr", "ud")),
            entry("fmt", values("png", "gif")),
            entry("handler", values("first", "second")),
            entry("hei", values("100", "200")),
            entry("hide", values("0", "1")),
            entry("id", values("1", "2")),
            entry("imageSet", values("{bridge,framed}", "{framed}")),
            entry("jpegSize", values("10", "20")),
            entry("labelKey", values("label", "title")),
            entry("locale", values("de", "fr")),
            entry("message", values("one", "two")),
            entry("name", values("a.jpg", "b.jpg")),
            entry("timeout", values("100", "200")),
            entry("layer", values("1", "2").before("&src=bridge")),
            entry("map", values("<area>", "<area href=a>")),
            entry("mask", values("bridge", "folder/deep")),
            entry("network", values("on", "off")),
            entry("maskUse", values("invert", "off")),
            entry("op_blur", values("1", "2")),
            entry("op_brightness", values("1", "2")),
            entry("op_colorbalance", values("1,2,3", "1,2,4")),
            entry("op_colorize", values("ff0000", "00ff00")),
            entry("op_contrast", values("1", "2")),
            entry("op_grow", values("1", "2")),
            entry("op_growMask", values("1", "2")),
            entry("op_growMaskR", values("1", "2")),
            entry("op_hue", values("1", "2")),
            entry("op_invert", values("0", "1")),
            entry("op_noise", values("1", "2")),
            entry("op_saturation", values("1", "2")),
            entry("op_sharpen", values("0", "1")),
            entry("op_usm", values("1,1", "2,1")),
            entry("op_usmR", values("1,1", "2,1")),
            entry("opac", values("20", "40")),
            entry("origin", values("1,2", "3,4")),
            entry("pathAttr", values("norm", "reverse").after("layer=1&textPs=a&textPath=M0,0L9,9&")),
            entry("pathEmbed", values("0", "1")),
            entry("perspective", values("0,0,9,0,9,9,0,9", "0,0,9,0,9,9,0,9,R2")),
            entry("pos", values("1,2", "3,4").after("layer=1&src=bridge&")),
            entry("printRes", values("72", "300")),
            entry("icc", values("a.icc", "a.icc,saturation")),
            entry("iccEmbed", values("0", "1")),
            entry("qlt", values("20", "40")),
            entry("pscan", values("3", "5").after("fmt=pjpeg&")),
            entry("quantize", values("web", "adaptive").after("fmt=gif&")),
            entry("rect", values("0,0,10,10", "0,0,20,20")),
            entry("req", values("img", "mask")),
            entry("res", values("10", "20")),
            entry("resMode", values("bilin", "bicub")),
            entry("rgn", values("0,0,10,10", "0,0,20,20")),
            entry("rotate", values("10", "20")),
            entry("scale", values("0.5", "0.25")),
            entry("scl", values("2", "4")),
            entry("size", values("10,10", "20,20")),
            entry("src", values("bridge", "folder/deep")),
            entry("template", values("red", "green")),
            entry("text", values("a", "b").after("layer=1&size=100,100&")),
            entry("textAngle", values("10", "20").after("layer=1&textPs=a&")),
            entry("textAttr", values("20", "40").after(IN_TEXT)),
            entry("textFlowPath", values("M0,0L99,0,99,99", "M0,0L99,0,99,98").after("layer=1&textPs=a&")),
            entry(
                    "textFlowXPath",
                    values("M0,0L9,0,9,9", "M0,0L9,0,9,8").after("layer=1&textPs=a&textFlowPath=M0,0L99,0,99,99&")),
            entry("textPath", values("M0,0L9,9", "M0,0L9,8").after("layer=1&textPs=a&")),
            entry("textPs", values("a", "b").after("layer=1&size=100,100&")),
            entry("type", values("a", "b")),
            entry("wid", values("100", "200")),
            entry("xmpEmbed", values("0", "1")));

    private static final ClientHints CLIENT =
            new ClientHints(AcceptedTypes.of("image/webp"), 2, ConnectionQuality.FAIR);

    private final TestCatalogs catalogs = catalogs();

    /** Catalogs in which every sample value can be used. */
    static TestCatalogs catalogs() {
        TestCatalogs catalogs = TestCatalogs.sample();
        catalogs.tenant("gallery")
                .set(Attributes.CLIENT_HINTS, HintUse.ASKED)
                .record("red", "", "size=10,10&color=ff0000", "")
                .record("green", "", "size=10,10&color=00ff00", "");
        return catalogs;
    }

    /** Two values of a command, and what has to stand around it for them to be used. */
    record SampleValues(String before, String first, String second, String after) {

        SampleValues after(String text) {
            return new SampleValues(text, first, second, after);
        }

        SampleValues before(String text) {
            return new SampleValues(before, first, second, text);
        }

        List<String> queries(Command<?> command) {
            return Stream.of(first, second)
                    .map(value -> before + command.name() + "=" + value + after)
                    .toList();
        }
    }

    private static SampleValues values(String first, String second) {
        return new SampleValues("", first, second, "");
    }

    static Stream<Command<?>> inTheKey() {
        return Commands.all().stream().filter(command -> !command.is(Trait.NOT_IN_KEY));
    }

    static Stream<Command<?>> notInTheKey() {
        return Commands.all().stream().filter(command -> command.is(Trait.NOT_IN_KEY));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("inTheKey")
    void anotherValueIsAnotherKey(Command<?> command) throws ServeException {
        List<String> queries = values(command).queries(command);
        assertNotEquals(key(queries.get(0)), key(queries.get(1)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("notInTheKey")
    void anotherValueIsTheSameKey(Command<?> command) throws ServeException {
        List<String> queries = values(command).queries(command);
        assertEquals(key(queries.get(0)), key(queries.get(1)));
        assertEquals(key(""), key(queries.get(0)));
    }

    static SampleValues values(Command<?> command) {
        SampleValues values = SAMPLES.get(command.name());
        assertNotNull(values, () -> "two values of " + command + " belong into this test");
        return values;
    }

    private String key(String query) throws ServeException {
        return PlanKey.of(plan(query, catalogs), "1");
    }

    /** What an image of the sample gallery is planned as. */
    static ImagePlan plan(String query, TestCatalogs catalogs) throws ServeException {
        return RequestPlanner.plan(TestRequests.read("gallery/bridge", query, catalogs, CLIENT))
                .plan();
    }
}
