/** Routes 110 calls: {@link fenliu.Router}. */
module fenliu {
  exports fenliu;
}
