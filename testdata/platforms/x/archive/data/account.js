window.YTD.account.part0 = [
  {
    "account" : {
      "accountId" : "201",
      "username" : "veltrano",
      "createdAt" : "2020-01-01T00:00:00.000Z"
    }
  }
]