package dev.understudy.codec.turbo.natives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TurboLibrariesTest {

    @Test
    void noLibraryIsNoFailure() {
        assertEquals(Optional.empty(), TurboLibraries.find(List.of("libnothing-at-all.so.0"), JnaLibrary::load));
        assertEquals(Optional.empty(), TurboLibraries.find(List.of("any"), name -> {
            throw new NoSuchMethodException("load");
        }));
    }

    @Test
    void allNamesAreTried() {
        List<String> asked = new ArrayList<>();
        TurboLibraries.find(List.of("first", "second"), name -> {
            asked.add(name);
            throw new UnsatisfiedLinkError(name);
        });
        assertEquals(List.of("first", "second"), asked);
    }

    @Test
    void namesAreThoseOfTheSystem() {
        assertEquals("libturbojpeg.so.0", TurboLibraries.names("Linux").get(0));
        assertTrue(TurboLibraries.names("Mac OS X").stream().allMatch(name -> name.endsWith(".dylib")));
        assertTrue(TurboLibraries.names("Windows Server 2022").stream().allMatch(name -> name.endsWith(".dll")));
    }
}
