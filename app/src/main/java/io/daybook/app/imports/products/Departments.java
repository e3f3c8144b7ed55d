package io.daybook.app.imports.products;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where a product of a feed without categories stands. The first rule whose words occur in the title wins, so the rules go from what
 * a thing is for to what it is: a lamp for a projector is no projector, and a case for a notebook no notebook.
 */
final class Departments {
    private static final List<String> OTHER = List.of("Other electronics");

    /** Words at the beginning of a word of the title; case does not matter. */
    private record Rule(Pattern words, List<String> category) {}

    private static final List<Rule> RULES = List.of(
            rule("Printing", "Toner", "toner|return program print cartridge"),
            rule(
                    "Printing",
                    "Ink",
                    "ink cartridge|ink tank|printhead|print head|cartridge|singlepack|multipack|original .*(black|cyan|magenta|yellow|pc\\(s)"),
            rule("Printing", "Drums and fusers", "drum|fuser|imaging unit|transfer (belt|roller|kit)|maintenance kit"),
            rule("Printing", "Labels and tape", "label-making|label making|labels?\\b|ribbon"),
            rule(
                    "Printing",
                    "Paper and film",
                    "photo paper|printing paper|paper\\b.*(sheets?|matt|gloss)|large format media|film\\b|canvas"),
            rule("Power", "UPS", "uninterruptible|smart-ups|back-ups|ups\\b|ups battery"),
            rule("Power", "Distribution and surge protection", "power distribution|pdu\\b|surge protector|outlet"),
            rule("Power", "Batteries and chargers", "battery|batteries|charger|power bank"),
            rule("Power", "Power supplies", "power supply|power adapter|inverter|power module"),
            rule(
                    "Cables",
                    "Network cables",
                    "networking cable|patch cable|patch cord|network(ing)? (patch )?cable|fib(er|re) optic cable|cat ?[56]e?.*cable|crossover"),
            rule("Cables", "Power cables", "power cable|power cord|power extension"),
            rule(
                    "Cables",
                    "Audio and video cables",
                    "(audio|video|vga|dvi|hdmi|displayport|monitor|coax\\w*|s-video|rca)\\b.*cable|cable.*(audio|video|vga|dvi|hdmi)"),
            rule("Cables", "Computer cables", "cable|cord\\b"),
            rule(
                    "Cables",
                    "Adapters and connectors",
                    "gender changer|interface cards/adapter|adapter|connector|splitter|keystone|patch panel"),
            rule(
                    "Bags and cases",
                    "Cases",
                    "notebook case|carrying case|backpack|sleeve|briefcase|case\\b(?!.*(tower|atx))"),
            rule(
                    "Projectors",
                    "Lamps and screens",
                    "projector lamp|projection lamp|projection screen|projector accessor"),
            rule("Racks and mounts", "Rack parts", "rack|cabinet|blanking panel"),
            rule("Racks and mounts", "Mounts", "mount|bracket|stand\\b|desk\\b.*arm"),
            rule("Components", "Memory", "memory module|system specific memory|dimm"),
            rule("Components", "Processors", "processor\\b(?!.*(notebook|ddr))"),
            rule("Components", "Motherboards", "motherboard|server/workstation motherboard"),
            rule("Components", "Graphics cards", "graphics card|quadro\\b(?!.*notebook)"),
            rule(
                    "Components",
                    "Cases and cooling",
                    "(mini |midi |full )?tower\\b(?!.*(windows|hdd))|cooler|cooling|fan\\b"),
            rule(
                    "Storage",
                    "Memory cards and sticks",
                    "memory card|usb flash drive|flash drive|sdhc|compactflash|microsd"),
            rule(
                    "Storage",
                    "Drives",
                    "hard drive|solid state|external hdd|internal hdd|nas\\b|disk array|storage drive enclosure|tape drive|dvd.*drive|blank (data )?tape"),
            rule("Computers", "Notebooks", "notebook|ultrabook|chromebook|laptop|netbook|hybrid"),
            rule(
                    "Computers",
                    "Desktops and servers",
                    "pc\\b(?!\\()|workstation|server\\b|thin client|desktop|gb hdd|ssd (windows|nvidia)"),
            rule("Computers", "Tablets", "tablet\\b|ipad"),
            rule("Printing", "Printers", "printer|multifunction|laserjet|designjet|deskjet|inkjet|mfp\\b|laser .*ppm"),
            rule("Printing", "Scanners", "scanner"),
            rule("Networking", "Switches and routers", "switch|router|access point|gateway|firewall"),
            rule(
                    "Networking",
                    "Network parts",
                    "transceiver|media converter|network card|ethernet|wireless|wlan|antenna|kvm"),
            rule("Displays", "Monitors", "monitor|computer screen|flat screen|signage"),
            rule("Displays", "Televisions", "tv\\b|television"),
            rule("Projectors", "Projectors", "projector"),
            rule("Photo and video", "Cameras", "camera|camcorder|lens|webcam|photo"),
            rule("Audio", "Headphones", "headphone|headset|earphone|microphone"),
            rule("Audio", "Speakers and players", "speaker|player|audio|radio|soundbar|amplifier"),
            rule("Input devices", "Keyboards and mice", "keyboard|mouse|mice\\b|keypad|joystick|gamepad"),
            rule("Phones", "Phones", "phone|smartphone|pda\\b"),
            rule(
                    "Software and support",
                    "Software and support",
                    "software|licen[cs]e|warranty|support|care pack|installation"));

    private Departments() {}

    /** Department and shelf, from the words of the title. */
    static List<String> of(String title) {
        return RULES.stream()
                .filter(rule -> rule.words().matcher(title).find())
                .findFirst()
                .map(Rule::category)
                .orElse(OTHER);
    }

    private static Rule rule(String department, String shelf, String words) {
        List<String> category = department.equals(shelf) ? List.of(department) : List.of(department, shelf);
        return new Rule(
                Pattern.compile("\\b(?:" + words.toLowerCase(Locale.ROOT) + ")", Pattern.CASE_INSENSITIVE), category);
    }
}
