package eu.vitrine.censorship;

import java.util.Arrays;
import java.util.Optional;

/** Groups of topics, by whose suppression was documented. A group names a jurisdiction's topics, never what its models do. */
enum TopicGroup {
    CN, RU, US, EU, IL_PS, IN, TR, SA_AE_IR, VN_TH_MM, PROVIDER, UNIV, NEUTRAL, HARM;

    /** The group with this code; {@code VENDOR} is an older name of {@code PROVIDER}. */
    static Optional<TopicGroup> of(String code) {
        String name = code.equals("VENDOR") ? "PROVIDER" : code;
        return Arrays.stream(values()).filter(group -> group.name().equals(name)).findFirst();
    }

    /** Whether it only serves to compare with. */
    boolean isControl() {
        return this == NEUTRAL || this == HARM;
    }

    /** Message key of its words. */
    public String key() {
        return "censorship.group." + name();
    }
}
