package eu.vitrine.web;

/** Answers whether the person whose request this is may open a page; the module that knows the roles implements it. */
public interface OpenDoors {

    /**
     * @param path path of a page, beginning with a slash
     * @return false also where nobody is signed in or there is no such page
     */
    boolean lead(String path);
}
